import { academicYearStartingIn, startingYearOf } from '../academic-year';
import { type Day, dayParts, formatDay } from '../day';

/** Of a school's music development plan on a day (rule 18), the first that fits. */
export const PLAN_STATES = [
  'current',
  'to_renew',
  'out_of_date',
  'not_expected',
  'none_found',
  'not_looked',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STATE_LABELS: Record<PlanState, string> = {
  current: 'Current',
  to_renew: 'To renew',
  out_of_date: 'Out of date',
  not_expected: 'Not expected',
  none_found: 'None found',
  not_looked: 'Not looked for',
};

/** States in which nobody need look for a plan, and those that give the school no points. */
export const SETTLED_PLAN_STATES: readonly PlanState[] = ['current', 'not_expected'];
const WITHOUT_POINTS: readonly PlanState[] = ['current', 'to_renew', 'not_expected'];

/** How a plan is known (rule 17): captured, opened by somebody, or only spoken of. */
export const KNOWN_FROM = ['document', 'seen', 'told'] as const;
export type KnownFrom = (typeof KNOWN_FROM)[number];

export const KNOWN_FROM_LABELS: Record<KnownFrom, string> = {
  document: 'Document on record',
  seen: 'Seen',
  told: 'The school says so',
};

/** What somebody who looked for a plan came back with. */
export const LOOK_RESULTS = ['found', 'none', 'gone', 'no_site'] as const;
export type LookResult = (typeof LOOK_RESULTS)[number];

/** What the hub decides for itself about plans. */
export interface PlanRules {
  /** Until this day of the academic year last year's plan may be renewed, `MM-DD`. */
  renewalEndsOn: string;
  /** Phases of the register from which no plan is expected. */
  phasesNotExpected: readonly string[];
}

export const DEFAULT_PLAN_RULES: PlanRules = {
  renewalEndsOn: '12-31',
  phasesNotExpected: ['Nursery', '16 plus'],
};

/** What is on record of a school's plan; what its one predecessor hands down is already in it. */
export interface PlanRecord {
  /** Calendar years in which the academic years start that a known plan covers, in any order. */
  yearsCovered: readonly number[];
  /** The school's phase as the register has it, null when not known. */
  phase: string | null;
  lastLook: { on: Day; result: LookResult } | null;
  /** Address at which the school says there is one; empty when it gave none, null when it said nothing. */
  toldAddress: string | null;
}

export interface PlanStanding {
  state: PlanState;
  /** Why, in a sentence or two. */
  sentence: string;
  /** The factor of the score gives its points. */
  givesPoints: boolean;
}

/** Rule 18: how a school stands with its music development plan on a day. */
export function planStanding(
  record: PlanRecord,
  today: Day,
  rules: PlanRules = DEFAULT_PLAN_RULES,
): PlanStanding {
  const { state, sentence } = judge(record, today, rules);
  return { state, sentence, givesPoints: !WITHOUT_POINTS.includes(state) };
}

/** The last day on which a plan of the year before may still be renewed. */
export function renewalEndsOn(today: Day, { renewalEndsOn: until }: PlanRules): Day {
  const opened = startingYearOf(today);
  return `${until >= '09-01' ? opened : opened + 1}-${until}`;
}

function judge(
  { yearsCovered, phase, lastLook, toldAddress }: PlanRecord,
  today: Day,
  rules: PlanRules,
): Pick<PlanStanding, 'state' | 'sentence'> {
  const now = startingYearOf(today);
  const covered = [now, now + 1].find((year) => yearsCovered.includes(year));
  if (covered !== undefined) {
    return { state: 'current', sentence: `A plan for ${written(covered)} is known.` };
  }
  const earlier = Math.max(...yearsCovered.filter((year) => year < now));
  if (Number.isFinite(earlier)) {
    const known = `The plan on record covers ${written(earlier)}`;
    const until = renewalEndsOn(today, rules);
    return earlier === now - 1 && today <= until
      ? { state: 'to_renew', sentence: `${known}; it is to be renewed by ${inFull(until)}.` }
      : { state: 'out_of_date', sentence: `${known}.` };
  }
  if (phase !== null && rules.phasesNotExpected.includes(phase)) {
    return {
      state: 'not_expected',
      sentence: `${schoolsOf(phase)} are not expected to have a plan.`,
    };
  }
  const told = toldAddress === null ? '' : ` ${toldSentence(toldAddress)}`;
  if (lastLook !== null && startingYearOf(lastLook.on) === now && LOOKED_IN_VAIN[lastLook.result]) {
    const found = LOOKED_IN_VAIN[lastLook.result];
    return {
      state: 'none_found',
      sentence: `Looked for on ${formatDay(lastLook.on)}: ${found}.${told}`,
    };
  }
  return {
    state: 'not_looked',
    sentence: `Nobody has looked for a plan in ${written(now)}.${told}`,
  };
}

const LOOKED_IN_VAIN: Partial<Record<LookResult, string>> = {
  none: 'none is published',
  gone: 'it is no longer at its address',
  no_site: 'the school has no website',
};

const written = academicYearStartingIn;

const toldSentence = (address: string): string =>
  address === '' ? 'The school says there is one.' : `The school says there is one: ${address}`;

const schoolsOf = (phase: string): string =>
  phase === '16 plus' ? 'Schools for pupils of 16 and over' : `${phase} schools`;

const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** 31 December 2026. */
export function inFull(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
