export { storePlanFile } from './plan-files';
export { planHub } from './plan-hub';
export { sweepPlans } from './read-plans';
