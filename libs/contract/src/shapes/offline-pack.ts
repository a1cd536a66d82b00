import { QUESTION_PHASES } from '@tracker/domain';
import {
  type AnySchema,
  day,
  instant,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  type TypeOf,
} from './shape';
import { CONTACT } from './people';
import { ID } from './records';
import { SCHOOL } from './schools';
import { SURVEY_FOR_SCHOOL, SURVEY_VERSION } from './surveys';
import { BRIEF_PLAN, BRIEF_PLAN_SAYS, BRIEF_PLAN_STANDING } from './briefs';
import { FOLLOW_UP_ACTION, OUTCOME_TAG, VISIT } from './visits';

const KNOWN = {
  schema: SURVEY_FOR_SCHOOL.definition.properties?.known as AnySchema,
  example: SURVEY_FOR_SCHOOL.example.known,
};

export const SCHOOL_TO_VISIT = shape(
  'SchoolToVisit',
  'A school with what one reads before going in and what the log starts from.',
  {
    school: SCHOOL,
    contacts: listOf(CONTACT),
    lastVisit: note("The last completed visit, a predecessor's too.", orNull(VISIT)),
    /** Still to be done, predecessors' too; the earliest due first. */
    openActions: listOf(FOLLOW_UP_ACTION),
    /** The latest on record. */
    plan: orNull(BRIEF_PLAN),
    planStanding: BRIEF_PLAN_STANDING,
    /** Of the plan that is current or to renew; null where no document of it is confirmed. */
    planSays: orNull(BRIEF_PLAN_SAYS),
    /** What the school is asked by in the survey. */
    phases: listOf(oneOf(QUESTION_PHASES, 'primary')),
    /** What is known already of the survey. */
    known: KNOWN,
  },
);
export type SchoolToVisit = TypeOf<typeof SCHOOL_TO_VISIT>;

export const OFFLINE_PACK = shape(
  'OfflinePack',
  'All that a visitor needs to walk in and to log without a signal.',
  {
    /** The server's clock, an ISO 8601 instant. */
    preparedAt: instant('2024-11-20T07:30:00.000Z'),
    /** The day the server calls today. */
    today: day('2024-11-20'),
    visits: listOf(VISIT),
    schools: listOf(SCHOOL_TO_VISIT),
    /** What schools are asked now; null when no survey is published. */
    survey: orNull(SURVEY_VERSION),
    /** Who may be given an action or a visit. */
    staff: listOf({
      schema: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
      },
      example: { id: ID.head, name: 'Ash Rook' },
    }),
    /** The strengths and needs that are offered. */
    tags: listOf(OUTCOME_TAG),
  },
);
/**
 * `GET /api/offline-pack`: all that a visitor needs to walk in and to log without a signal. One's own
 * visits of the next two weeks and those that are not logged yet; with `visitId` or `schoolId` just
 * that one.
 */
export type OfflinePack = TypeOf<typeof OFFLINE_PACK>;
