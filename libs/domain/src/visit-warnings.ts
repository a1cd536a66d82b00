/** What may speak against a day, a visitor or a school; a person may go ahead knowingly. */
export const VISIT_WARNING_KEYS = [
  'visitor_busy',
  'school_holiday',
  'bank_holiday',
  'weekend',
  'school_closed',
  'already_covered',
] as const;
export type VisitWarningKey = (typeof VISIT_WARNING_KEYS)[number];

export interface VisitWarning {
  key: VisitWarningKey;
  /** One sentence: `Ada Lovelace is at Mill Lane School at 10:00 that day.` */
  message: string;
}
