export { runVisitPlan } from './run-visit-plan';
export { sweepVisitPlans } from './sweep-visit-plans';
