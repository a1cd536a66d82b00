import type { RegisterSaying } from '@tracker/domain';
import type { RecordBase } from './common';
import { type AskedFilterOf, defineList } from './define-list';

export type ImportKind = 'schools' | 'school-links' | 'school-census' | 'visits';
export const IMPORT_KINDS: readonly ImportKind[] = [
  'schools',
  'school-links',
  'school-census',
  'visits',
];

export const IMPORT_STATUSES = [
  'queued',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

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

/** A row that was not taken. `line` is the line of the file, 1 the first. */
export interface ImportRejection {
  line: number;
  /** The school as the row writes it, by name or else by URN; empty where it names none. */
  school: string;
  column: string;
  value: string;
  message: string;
}

/**
 * One file on its way in. `POST /api/imports` answers 202 with it. A file of visits has more to look
 * at before it is written: see `visit-sheets.ts`.
 */
export interface Import extends RecordBase {
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  status: ImportStatus;
  /** 0 to 100. */
  progress: number;
  created: number;
  updated: number;
  unchanged: number;
  closed: number;
  rejected: number;
  /** Rows passed over on purpose: another authority's, blank lines. */
  skipped: number;
  /** The first 100; all of them at `/api/imports/:id/rejected.csv`. */
  rejections: ImportRejection[];
  /** Why it failed, or what an undo had to leave alone; a sentence. */
  message: string | null;
  requestedById: string | null;
  requestedByName: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  canUndo: boolean;
  /** What is to be said beside the counts, of a register's file; what needs somebody comes first. */
  sayings: RegisterSaying[];
  /** How the schools stand that the file offers for closing; of one import only, else noughts. */
  decisions: ImportDecisions;
}

export interface ImportDecisions {
  waiting: number;
  /** Of those that wait, the ones that the file suggests to close. */
  suggested: number;
  closed: number;
  kept: number;
}

export const IMPORT_FINDING_KINDS = [
  'not_listed',
  'beside_successor',
  'region_kept',
  'value_left_out',
] as const;
export type ImportFindingKind = (typeof IMPORT_FINDING_KINDS)[number];

/** Something an import found in a register: `GET /api/imports/:id/findings`. */
export interface ImportFinding {
  id: string;
  kind: ImportFindingKind;
  urn: number | null;
  name: string;
  /** Null where the school is not on record, as in a dry run. */
  schoolId: string | null;
  line: number | null;
  column: string | null;
  /** Of a value left out, the value; of a region kept, the district. */
  value: string | null;
  /** The reason, or of a region kept the region. */
  message: string | null;
  /** The school that follows one offered for closing. */
  successor: { id: string; urn: number; name: string } | null;
  /** Whether the file suggests to close it. */
  recommended: boolean;
  waiting: boolean;
  decision: 'closed' | 'kept' | null;
  decidedAt: string | null;
  decidedByName: string | null;
}

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
