import type { OfflinePack, SchoolToVisit } from '@tracker/contract';
import { QUESTION_PHASES } from '@tracker/domain';
import { component, day, instant, listOf, note, oneOf, orNull } from '../shapes';
import { CONTACT } from './people';
import { ID } from './records';
import { SCHOOL } from './schools';
import { SURVEY_FOR_SCHOOL, SURVEY_VERSION } from './surveys';
import { BRIEF_PLAN } from './today';
import { FOLLOW_UP_ACTION, OUTCOME_TAG, VISIT } from './visits';

const KNOWN = {
  schema: SURVEY_FOR_SCHOOL.definition.properties?.known as object,
  example: SURVEY_FOR_SCHOOL.example.known,
};

export const SCHOOL_TO_VISIT = component<SchoolToVisit>(
  'SchoolToVisit',
  'A school with what one reads before going in and what the log starts from.',
  {
    school: SCHOOL,
    contacts: listOf(CONTACT),
    lastVisit: note("The last completed visit, a predecessor's too.", orNull(VISIT)),
    openActions: listOf(FOLLOW_UP_ACTION),
    plan: orNull(BRIEF_PLAN),
    phases: listOf(oneOf(QUESTION_PHASES, 'primary')),
    known: KNOWN,
  },
);

export const OFFLINE_PACK = component<OfflinePack>(
  'OfflinePack',
  'All that a visitor needs to walk in and to log without a signal.',
  {
    preparedAt: instant('2024-11-20T07:30:00.000Z'),
    today: day('2024-11-20'),
    visits: listOf(VISIT),
    schools: listOf(SCHOOL_TO_VISIT),
    survey: orNull(SURVEY_VERSION),
    staff: listOf({
      schema: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
      },
      example: { id: ID.head, name: 'Ash Rook' },
    }),
    tags: listOf(OUTCOME_TAG),
  },
);
