import type { RecordBase } from './common';

export type ImportKind = 'schools' | 'school-links' | 'school-census' | 'visits';
export const IMPORT_KINDS: readonly ImportKind[] = [
  'schools',
  'school-links',
  'school-census',
  'visits',
];

export type ImportStatus = 'queued' | 'running' | 'done' | 'failed' | 'undoing' | 'undone';

/** A row that was not taken. `line` is the line of the file, 1 the first. */
export interface ImportRejection {
  line: number;
  column: string;
  value: string;
  message: string;
}

/** One file on its way in. `POST /api/imports` answers 202 with it. */
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
}

/** `POST /api/imports/columns` (multipart `file`): how a spreadsheet of visits would be read. */
export interface VisitSheetPreview {
  /** Name of the workbook's sheet that is read; null for CSV. */
  sheet: string | null;
  /** Line of the header row. */
  headerLine: number;
  header: string[];
  /** Field of the tracker -> index of the column, as guessed. */
  mapping: Partial<Record<VisitSheetField, number>>;
  /** The first rows below the header. */
  sample: string[][];
}

export const VISIT_SHEET_FIELDS = [
  'urn',
  'schoolName',
  'town',
  'postcode',
  'visitedOn',
  'kind',
  'status',
  'visitor',
  'metWith',
  'summary',
] as const;
export type VisitSheetField = (typeof VISIT_SHEET_FIELDS)[number];
