export { storePlanFile } from './plan-files';
export { planHub, planWords } from './plan-hub';
export { sweepPlans } from './read-plans';
