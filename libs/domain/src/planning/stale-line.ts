import { capital } from '../capital';
import { ruleInWords } from './notes';
import type { RuleKey } from './rules';

/** What can have changed against a proposed line since it was proposed, beside a rule of planning (P14). */
const CHANGES = {
  booked: 'a visit to the school is booked already',
  visited: 'the school was visited this year',
  cancelled: 'its visit was cancelled or not held',
  closed: 'the school is closed',
  'out-of-scope': 'the school is no longer in scope',
  'visitor-gone': 'the visitor makes no visits any more',
} as const;

/** Rules that a change can turn against a line. */
const RULES = [
  'snoozed',
  'closing',
  'window',
  'unavailable',
  'weekday',
  'region',
  'visitor-day',
  'visitor-away',
  'per-day',
  'per-week',
  'per-half-term',
] as const satisfies readonly RuleKey[];

type Change = keyof typeof CHANGES;
export type StaleKey = Change | (typeof RULES)[number];

export const STALE_KEYS: readonly StaleKey[] = [...(Object.keys(CHANGES) as Change[]), ...RULES];

const isChange = (key: StaleKey): key is Change => Object.hasOwn(CHANGES, key);

/** `A visit to the school is booked already.` */
export const staleSentence = (key: StaleKey): string =>
  `${capital(isChange(key) ? CHANGES[key] : ruleInWords(key))}.`;
