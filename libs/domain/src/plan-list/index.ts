export {
  isPlanListHeader,
  PLAN_LIST_HEADER_WITHIN,
  planListProblem,
  schoolOfPlanList,
} from './plan-list-columns';
export * from './plan-list-reader';
export { planSheetRows } from './plan-list-sheet';
