import {
  COUNTED_FIELDS,
  type CountedPlanField,
  countedValueInWords,
  isCountedField,
  NOT_STATED,
  partInWords,
} from './counted-fields';

/** In the place of a part or a value: any of them. */
export const ANY = '*';

/** What is asked of a school's confirmed plan: that it says this of a field, or nothing of it. */
export interface PlanFact {
  field: CountedPlanField;
  /** `ANY` for whatever part it is said of. */
  part: string;
  /** `ANY` for whatever is said, `NOT_STATED` for nothing. */
  value: string;
}

/** By what one field is split. */
export const PLAN_SPLITS = ['region', 'phase', 'fsmBand'] as const;
export type PlanSplitBy = (typeof PLAN_SPLITS)[number];

/** `hour:ks2:met`, as it stands in an address. */
export const planFactText = ({ field, part, value }: PlanFact): string =>
  [field, part, value].join(':');

/** The fact that a text of an address means; null for one that means none. */
export function readPlanFact(text: string): PlanFact | null {
  const [, field, part, value] = /^([a-zA-Z]+):([a-z\d]*|\*):([^\0]+)$/s.exec(text) ?? [];
  if (field === undefined || part === undefined || value === undefined) return null;
  if (!isCountedField(field)) return null;
  return { field, part, value };
}

/** "An hour a week, key stage 2: met". */
export function planFactInWords({ field, part, value }: PlanFact): string {
  const of = part === ANY ? '' : partInWords(part).toLowerCase();
  const said = value === ANY ? 'stated' : countedValueInWords(field, value);
  const { words } = COUNTED_FIELDS[field];
  if (field === 'plan') return words;
  const shown = field === 'hour' || value === NOT_STATED ? said.toLowerCase() : said;
  return `${words}${of && `, ${of}`}: ${shown}`;
}
