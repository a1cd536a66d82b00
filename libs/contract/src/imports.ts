import { IMPORT_KINDS, IMPORT_STATUSES } from '@tracker/domain';
import { type AskedFilterOf, defineList } from './define-list';

/** `GET /api/imports`. */
export const IMPORT_LIST = defineList({
  filters: {
    id: 'uuids',
    kind: IMPORT_KINDS,
    status: IMPORT_STATUSES,
    dryRun: 'boolean',
    /** Begun on this day or later. */
    since: 'day',
    /** With schools that wait for a decision. */
    awaitsDecision: 'boolean',
  },
  sorts: ['id', 'createdAt', 'kind', 'status', 'fileName', 'finishedAt'],
});
export type ImportFilter = AskedFilterOf<typeof IMPORT_LIST>;

export const IMPORT_FINDING_KINDS = [
  'not_listed',
  'beside_successor',
  'region_kept',
  'value_left_out',
] as const;
export type ImportFindingKind = (typeof IMPORT_FINDING_KINDS)[number];

export const IMPORT_DECISIONS = ['close', 'keep', 'undo'] as const;
/** `POST /api/imports/:id/decisions` */
export interface ImportDecision {
  decision: (typeof IMPORT_DECISIONS)[number];
  /** Findings; without them all: of `close` those that the file suggests to close. */
  findingIds?: string[];
}

/** `GET /api/imports/:id/findings`. */
export const FINDING_LIST = defineList({
  filters: { kind: IMPORT_FINDING_KINDS, waiting: 'boolean' },
  sorts: ['id', 'seq'],
});
