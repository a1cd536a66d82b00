import type {
  LeftOutSchool,
  VisitPlan,
  VisitPlanAcceptance,
  VisitPlanDay,
  VisitPlanLine,
  VisitPlanSending,
} from '../shapes/visit-plans';
import type { VisitPlanReadiness } from '../shapes/visit-plan-readiness';
import type {
  AcceptVisitPlan,
  LEFT_OUT_LIST,
  NewVisitPlan,
  SendVisitPlan,
  UseVisitPlan,
  VISIT_PLAN_LINE_LIST,
  VISIT_PLAN_LIST,
  VisitPlanLineChange,
} from '../visit-plans';
import type { ListRoute } from './route';

/** Plans of a year's visits. */
export interface VisitPlanRoutes {
  'GET /api/visit-plans': ListRoute<typeof VISIT_PLAN_LIST, VisitPlan>;
  /** 202. While one of the year is being made: 409 with that one as `current`. */
  'POST /api/visit-plans': { body: NewVisitPlan; answer: VisitPlan };
  'GET /api/visit-plans/readiness': {
    query: { academicYear: string };
    answer: VisitPlanReadiness;
  };
  'GET /api/visit-plans/{id}': { answer: VisitPlan };
  'GET /api/visit-plans/{id}/left-out': ListRoute<typeof LEFT_OUT_LIST, LeftOutSchool>;
  'POST /api/visit-plans/{id}/accept': { body: AcceptVisitPlan; answer: VisitPlanAcceptance };
  'POST /api/visit-plans/{id}/use': { body: UseVisitPlan; answer: VisitPlan };
  'POST /api/visit-plans/{id}/send': { body: SendVisitPlan; answer: VisitPlanSending };
  /** `visit-plan-problem/1`, for the scorer. */
  'GET /api/visit-plans/{id}/problem': { file: true };
  /** The plan file: the lines that are not dropped. */
  'GET /api/visit-plans/{id}/visits': { file: true };
  'GET /api/visit-plan-lines': ListRoute<typeof VISIT_PLAN_LINE_LIST, VisitPlanLine>;
  'PATCH /api/visit-plan-lines/{id}': { body: VisitPlanLineChange; answer: VisitPlanLine };
  'GET /api/visit-plan-lines/{id}/days': { answer: VisitPlanDay[] };
}
