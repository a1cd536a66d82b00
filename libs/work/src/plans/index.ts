export { storePlanFile } from './plan-files';
export { planHub } from './plan-hub';
export { readPlanDocument, sweepPlans, type PlanReadingOptions } from './read-plans';
