export { isPlanListHeader, PLAN_LIST_HEADER_WITHIN, planListProblem } from './plan-list-columns';
export * from './plan-list-reader';
export { planSheetRows, type PlanSheetRow } from './plan-list-sheet';
