export * from './plan-round';
export * from './plan-state';
export * from './plan-rules';
export * from './plan-address';
export * from './plan-years';
export * from './plan-against-survey';
export * from './plan-facts-in-short';
export * from './plan-warnings-in-short';
export type { PlanFactOnRecord, PlanInForce } from './plan-in-force';
