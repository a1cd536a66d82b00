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
}
