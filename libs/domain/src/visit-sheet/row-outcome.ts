/**
 * What becomes of one day of a sheet:
 * - `new`: a visit is created
 * - `completes`: a visit scheduled for that day is completed
 * - `identical`: it is on record, or on an earlier line, just so
 * - `changed`: it differs from what is on record, and the record is changed
 * - `handed_back`: not taken, with its reason
 * - `skipped`: a person chose to leave it out
 */
export const VISIT_ROW_OUTCOMES = [
  'new',
  'completes',
  'identical',
  'changed',
  'handed_back',
  'skipped',
] as const;
export type VisitRowOutcome = (typeof VISIT_ROW_OUTCOMES)[number];

/** What is wrong with a row that is handed back, and so what can be done about it. */
export const HANDED_BACK_FOR = [
  /** Choose the school. */
  'school',
  /** Type the day. */
  'day',
  /** The row says that it did not take place; `tookPlace` if it did. */
  'not_held',
  /** Struck through or hidden; `tookPlace` if it is meant all the same. */
  'struck_or_hidden',
  /** An open question of the reading. */
  'question',
  /** Differs from what is on record; `sameDay: 'change'` takes it. One of another day may be `another`. */
  'differs',
  /** The day has a visit that may or may not be this one; `sameDay` says. */
  'same_day',
  /** A visit is scheduled within a week; `sameDay: 'change'` says that it is this one. */
  'near_scheduled',
  /** Something of the row cannot be stored, as notes that are too long. */
  'content',
] as const;
export type HandedBackFor = (typeof HANDED_BACK_FOR)[number];

/** `POST /api/imports/:id/rows/:rowId/decide`: what is left out is as the file says. */
export interface RowDecision {
  skip?: boolean;
  schoolId?: string | null;
  /** Whether this school is remembered for the name as the file writes it; true unless said. */
  remember?: boolean;
  visitedOn?: string | null;
  /** It did take place, whatever notes, columns and strokes say. */
  tookPlace?: boolean;
  /** What it is to the visit on record of that school and day, or scheduled close by. */
  sameDay?: 'another' | 'change' | null;
}

/** One change that a row offers; `day` where the record knew only the month. */
export interface OfferedChange {
  field: 'day' | 'kind' | 'visitor' | 'metWith' | 'summary';
  before: string | null;
  after: string | null;
}
