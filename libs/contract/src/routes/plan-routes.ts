import type { VersionIfSeen } from '../common';
import type {
  MUSIC_DEVELOPMENT_PLAN_LIST,
  MusicDevelopmentPlanChange,
  NewMusicDevelopmentPlan,
  NewPlanLook,
  PLAN_LOOK_LIST,
  PLAN_ROUND_LIST,
} from '../development-plans';
import type {
  MusicDevelopmentPlan,
  PlanFigures,
  PlanLook,
  PlanRoundEntry,
  SchoolDevelopment,
} from '../shapes/development-plans';
import type { PLAN_DOCUMENT_LIST, PlanConfirmation, PlanRejection } from '../plan-documents';
import type { PlanDocument, PlanDocumentReading } from '../shapes/plan-documents';
import type { NewPriorityTagging, PLAN_FACT_LIST, PlanFiguresQuery } from '../plan-figures';
import type { PlanFactsOfSchool } from '../shapes/plan-figures';
import type { AnswerTagging } from '../shapes/school-answers';
import type { ExportQuery, ListRoute } from './route';

/** Schools' music development plans, and looking for them. */
export interface PlanRoutes {
  'GET /api/schools/{id}/development': { answer: SchoolDevelopment };
  'GET /api/music-development-plans': ListRoute<
    typeof MUSIC_DEVELOPMENT_PLAN_LIST,
    MusicDevelopmentPlan
  >;
  'GET /api/music-development-plans/{id}': { answer: MusicDevelopmentPlan };
  'GET /api/plan-looks': ListRoute<typeof PLAN_LOOK_LIST, PlanLook>;
  'GET /api/plan-round': ListRoute<typeof PLAN_ROUND_LIST, PlanRoundEntry>;
  'GET /api/plan-figures': { query: PlanFiguresQuery; answer: PlanFigures };
  'GET /api/plan-facts': ListRoute<typeof PLAN_FACT_LIST, PlanFactsOfSchool>;
  'GET /api/plan-facts/export': { query: ExportQuery<typeof PLAN_FACT_LIST>; file: true };
  'POST /api/tagged-priorities': { body: NewPriorityTagging; answer: AnswerTagging };
  'DELETE /api/tagged-priorities/{id}': { answer: AnswerTagging };
  'POST /api/music-development-plans': {
    body: NewMusicDevelopmentPlan;
    answer: MusicDevelopmentPlan;
  };
  'PUT /api/music-development-plans/{id}': {
    body: MusicDevelopmentPlanChange;
    answer: MusicDevelopmentPlan;
  };
  'DELETE /api/music-development-plans/{id}': {
    query: VersionIfSeen;
    answer: MusicDevelopmentPlan;
  };
  'POST /api/plan-looks': { body: NewPlanLook; answer: PlanLook };
  'GET /api/plan-documents': ListRoute<typeof PLAN_DOCUMENT_LIST, PlanDocument>;
  'GET /api/plan-documents/{id}': { answer: PlanDocumentReading };
  'GET /api/plan-documents/{id}/original': { file: true };
  /** Parts: `file` or `text`, `schoolId`, `address`, and `shared` where it is on record of another school too. */
  'POST /api/plan-documents': { body: FormData; answer: PlanDocument };
  'POST /api/plan-documents/{id}/confirm': { body: PlanConfirmation; answer: PlanDocumentReading };
  'POST /api/plan-documents/{id}/reject': { body: PlanRejection; answer: PlanDocument };
}
