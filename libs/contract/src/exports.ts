import { PLAN_FACT_COLUMNS, registerKeysIn, withRegion } from '@tracker/domain';

/** What a list can be exported as. */
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The lists that are exported, `GET /api/{list}/export`, each with its columns in their order. A
 * column is called as the field it shows is.
 */
// prettier-ignore
export const EXPORT_COLUMNS = {
  schools: [
    'urn', ...withRegion(registerKeysIn('export'), 'regionId'),
    'state', 'lastVisitedOn', 'dueOn', 'nextVisitOn', 'notes',
  ],
  visits: [
    'day', 'schoolName', 'regionId', 'scheduledOn', 'startTime', 'visitedOn', 'status', 'kind',
    'visitorName', 'academicYear', 'metWith', 'summary', 'cancelledBy', 'reason',
  ],
  'follow-up-actions': [
    'title', 'schoolName', 'detail', 'ownerName', 'dueOn', 'priority', 'status',
  ],
  'priority-queue': [
    'rank', 'urn', 'name', 'town', 'regionId', 'district', 'phase', 'state', 'lastVisitedOn',
    'score', 'why', 'fsmPercent', 'nextVisitOn', 'pinned', 'snoozedUntil',
  ],
  users: ['name', 'email', 'role', 'regionIds', 'active'],
  'plan-facts': [
    'urn', 'schoolName', 'regionId', 'phase', 'fsmPercent', 'ofSchoolName', ...PLAN_FACT_COLUMNS.map(({ key }) => key),
  ],
  audit: ['at', 'userName', 'sentence', 'schoolName', 'source'],
} as const satisfies Record<string, readonly string[]>;
export type ExportedList = keyof typeof EXPORT_COLUMNS;

/** What each list is called in a sentence. */
export const EXPORTED_LISTS: Record<ExportedList, string> = {
  schools: 'schools',
  visits: 'visits',
  'follow-up-actions': 'actions',
  'priority-queue': 'the priority queue',
  users: 'users',
  'plan-facts': 'what plans say',
  audit: 'the audit trail',
};
