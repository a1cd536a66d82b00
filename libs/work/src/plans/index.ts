export { storePlanFile } from './plan-files';
export { readPlanDocument, sweepPlans, type PlanReadingOptions } from './read-plans';
