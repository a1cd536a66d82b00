/** A document as its reader found it, whatever it came as: what a plan is read from. */
export interface DocumentToRead {
  /** What the document calls itself, as a page's title does. */
  title: string | null;
  blocks: readonly DocumentBlock[];
  /** Pages or pictures hold something, and no text of it. */
  textInPictures?: boolean;
}

export type DocumentBlock =
  /** `level` from 1; 0 where only its looks say that it is one. */
  | { kind: 'heading'; text: string; level: number; page?: number }
  | { kind: 'paragraph'; text: string; page?: number }
  /** `ordered` where it has a number. */
  | { kind: 'item'; text: string; ordered?: boolean; page?: number }
  /** Cells in their places, lines inside a cell by `\n`; a cell that spans several stands in the first. */
  | { kind: 'table'; rows: readonly (readonly string[])[]; page?: number };

/** Words of the document, as they stand there. */
export interface Passage {
  text: string;
  /** Which block of the document they stand in. */
  block: number;
}

/** `sure`: value of a labelled cell; `likely`: a sentence that says it; `unsure`: anything else. */
export const READING_MARKS = ['sure', 'likely', 'unsure'] as const;
export type ReadingMark = (typeof READING_MARKS)[number];

/** Of a field without a value: nothing says it, a label with nothing behind it, "N/A". */
export const WHY_NO_VALUE = ['not_stated', 'blank', 'none'] as const;
export type WhyNoValue = (typeof WHY_NO_VALUE)[number];

export interface FieldReading<Value> {
  value: Value | null;
  /** Null where there is a value. */
  why: WhyNoValue | null;
  /** Null where there is no value. */
  mark: ReadingMark | null;
  passages: Passage[];
  warnings: PlanWarningKey[];
}

export const PLAN_WARNING_KEYS = [
  'no_year',
  'covers_year_over_when_published',
  'review_before_published',
  'two_years',
  'date_not_read',
  'sections_blank',
  'template_advice_left_in',
  'national_plan_list_copied',
  'other_school',
  'other_hub',
  'hub_not_named_in_full',
  'not_on_own_site',
  'text_in_pictures',
] as const;
export type PlanWarningKey = (typeof PLAN_WARNING_KEYS)[number];

const nothing = (why: WhyNoValue): FieldReading<never> => ({
  ...{ value: null, why, mark: null, passages: [], warnings: [] },
});

export const notStated = (): FieldReading<never> => nothing('not_stated');

/** A label with nothing behind it, or with "N/A". */
export const withoutValue = (
  why: WhyNoValue,
  passages: Passage[],
  warnings: PlanWarningKey[] = [],
): FieldReading<never> => ({ ...nothing(why), passages, warnings });

export function stated<Value>(
  value: Value,
  mark: ReadingMark,
  passages: Passage[],
  warnings: PlanWarningKey[] = [],
): FieldReading<Value> {
  return { value, why: null, mark: warnings.length > 0 ? 'unsure' : mark, passages, warnings };
}
