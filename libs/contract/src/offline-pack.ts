import type { BriefPlan } from './briefs';
import type { Contact } from './contacts';
import type { FollowUpAction } from './follow-up-actions';
import type { School } from './schools';
import type { KnownAnswers, SurveyVersion } from './surveys';
import type { QuestionPhase } from '@tracker/domain';
import type { OutcomeTag } from './visit-outcomes';
import type { Visit } from './visits';

/** A school with what one reads before going in and what the log starts from. */
export interface SchoolToVisit {
  school: School;
  contacts: Contact[];
  /** The last completed visit, a predecessor's too. */
  lastVisit: Visit | null;
  /** Still to be done, predecessors' too; the earliest due first. */
  openActions: FollowUpAction[];
  /** The latest on record. */
  plan: BriefPlan | null;
  /** What the school is asked by in the survey. */
  phases: QuestionPhase[];
  /** What is known already of the survey. */
  known: KnownAnswers;
}

/**
 * `GET /api/offline-pack`: all that a visitor needs to walk in and to log without a signal. One's own
 * visits of the next two weeks and those that are not logged yet; with `visitId` or `schoolId` just
 * that one.
 */
export interface OfflinePack {
  /** The server's clock, an ISO 8601 instant. */
  preparedAt: string;
  /** The day the server calls today. */
  today: string;
  visits: Visit[];
  schools: SchoolToVisit[];
  /** What schools are asked now; null when no survey is published. */
  survey: SurveyVersion | null;
  /** Who may be given an action or a visit. */
  staff: { id: string; name: string }[];
  /** The strengths and needs that are offered. */
  tags: OutcomeTag[];
}
