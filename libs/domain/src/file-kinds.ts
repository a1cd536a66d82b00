/** What a file of the hub's may have: the register and what goes with it, visits, or plans. */
export const IMPORT_KINDS = [
  'schools',
  'school-links',
  'school-census',
  'visits',
  'plans',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = [
  'queued',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const CALENDAR_FILE_KINDS = ['term-dates', 'bank-holidays'] as const;
export type CalendarFileKind = (typeof CALENDAR_FILE_KINDS)[number];
