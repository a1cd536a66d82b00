import type { PlanStanding } from './development-plans';
import { formatDay, monthsInWords, type Day } from './day';
import { oneDecimal } from './one-decimal';
import { plural } from './plural';

/** What the score is made from; what predecessors hand down is already in it (rule 5). */
export interface ScoreFacts {
  /** Day of the last counting visit, null when there is none. */
  lastVisitedOn: Day | null;
  /** Percentage of pupils eligible for free school meals, 0 to 100, null when not known. */
  fsmPercent: number | null;
  /** How it stands with its music development plan (rule 18). */
  plan: PlanStanding;
  /** Open or running follow-up actions whose due date lies before today. */
  overdueActions: number;
  specialOrAlternative: boolean;
  hasMusicLead: boolean;
}

/** A number a hub sets for a factor. */
export interface WeightPart {
  /** What it is until a hub sets it. */
  standard: number;
  unit: 'points' | 'months' | 'percent';
  /** How the field is called in which it is set. */
  label: string;
  /** As a sentence about it begins. */
  named: string;
}

/** What a factor gives a school, and why, in a sentence that changes from month to month only. */
interface Judged {
  points: number;
  detail: string;
}

/** Facts as a factor reads them, with the whole months since the last counting visit. */
interface Read extends ScoreFacts {
  monthsSince: number | null;
}

/** What is kept of a school in the queue, for its reasons in short. */
export interface QueueFacts {
  monthsSince: number | null;
  lastVisitedOn: Day | null;
  fsmPercent: number | null;
}

interface FactorBase<Key extends string> {
  key: Key;
  label: string;
  /** Of the fields in which it is set; factors of one heading stand together. */
  heading: string;
  words: string;
  /** Said in one line with the others, when it gives points. */
  short: (entry: QueueFacts, detail: string) => string;
}

/** The points are given whole or not at all. */
interface FlatFactor<Key extends string> extends FactorBase<Key> {
  part: WeightPart;
  judge: (facts: Read, points: number) => Judged;
}

/** Points by measure: `most` is the most there can be. */
interface GradedFactor<Key extends string, Part extends string> extends FactorBase<Key> {
  parts: Record<Part | 'most', WeightPart>;
  /** What is wrong with a hub's own numbers, in a sentence; null when they can be used. */
  fault?: (weight: Record<Part | 'most', number>) => string | null;
  judge: (facts: Read, weight: Record<Part | 'most', number>) => Judged;
}

const flat = <Key extends string>(factor: FlatFactor<Key>) => factor;
const graded = <Key extends string, Part extends string>(factor: GradedFactor<Key, Part>) => factor;

const ALL_OR_NOTHING = { heading: 'All or nothing', words: 'The points are given whole' };

/**
 * What makes a school urgent (rule 11), in the order in which it is shown. The weights a hub sets, their
 * fields, checks and API, the score and its reasons all follow from this; what a factor reads is read
 * by `scoring.facts`.
 */
export const FACTORS = {
  timeSinceVisit: graded({
    key: 'time_since_visit',
    label: 'Time since the last visit',
    heading: 'Time since the last visit',
    words: 'None at first, then in proportion up to the most; never visited: the most',
    parts: {
      most: {
        ...{ standard: 50, unit: 'points', named: 'Time since the last visit' },
        label: 'Points for time since the last visit',
      },
      fromMonths: {
        ...{ standard: 24, unit: 'months', named: 'The month from which time counts' },
        label: 'Months after which time counts',
      },
      fullMonths: {
        ...{ standard: 60, unit: 'months', named: 'The month from which time counts in full' },
        label: 'Months from which time counts in full',
      },
    },
    fault: ({ fromMonths, fullMonths }) =>
      fromMonths >= 0 && fullMonths > fromMonths
        ? null
        : 'The month from which time counts in full must come after the month from which it counts.',
    judge({ lastVisitedOn, monthsSince: months }, { most, fromMonths, fullMonths }) {
      if (lastVisitedOn === null || months === null) {
        return { points: most, detail: 'Never visited, which counts in full.' };
      }
      const ago = months === 0 ? 'less than a month ago' : `${monthsInWords(months)} ago`;
      const last = `Last visited ${formatDay(lastVisitedOn)}, ${ago}`;
      if (months <= fromMonths) {
        const detail = `${last}: within the first ${fromMonths} months, so no points.`;
        return { points: 0, detail };
      }
      if (months >= fullMonths) {
        return { points: most, detail: `${last}: ${fullMonths} months or more count in full.` };
      }
      const past = months - fromMonths;
      return {
        // Multiplied before divided: an exact half then stays one and is rounded as such.
        points: (past * most) / (fullMonths - fromMonths),
        detail: `${last}: ${plural(months, 'whole month')}, ${past} past the first ${fromMonths}.`,
      };
    },
    short: ({ lastVisitedOn, monthsSince }) =>
      lastVisitedOn === null || monthsSince === null
        ? 'never visited'
        : `${monthsInWords(monthsSince)} since the last visit`,
  }),
  freeSchoolMeals: graded({
    key: 'free_school_meals',
    label: 'Free school meals',
    heading: 'Pupils eligible for free school meals',
    words: 'Proportional to the percentage; unknown scores 0 and is shown as unknown',
    parts: {
      most: {
        ...{ standard: 20, unit: 'points', named: 'Free school meals' },
        label: 'Points for free school meals',
      },
      fullPercent: {
        ...{ standard: 40, unit: 'percent', named: 'Free school meals' },
        label: 'Percentage that counts in full',
      },
    },
    fault: ({ fullPercent }) =>
      fullPercent > 0 && fullPercent <= 100
        ? null
        : 'The percentage from which free school meals count in full must be above 0 and at most 100.',
    judge({ fsmPercent: percent }, { most, fullPercent }) {
      if (percent === null || !Number.isFinite(percent)) {
        return { points: 0, detail: 'Free school meals: not known, so no points.' };
      }
      if (percent <= 0) {
        const detail = 'No pupils are eligible for free school meals, so no points.';
        return { points: 0, detail };
      }
      const eligible = `${oneDecimal(percent)}% of pupils are eligible for free school meals`;
      if (percent >= fullPercent) {
        return { points: most, detail: `${eligible}: ${fullPercent}% or more counts in full.` };
      }
      return {
        points: (percent * most) / fullPercent,
        detail: `${eligible}, in proportion to ${fullPercent}%, which counts in full.`,
      };
    },
    short: ({ fsmPercent }) => `${fsmPercent ?? 0}% free school meals`,
  }),
  noMusicPlan: flat({
    key: 'no_music_plan',
    label: 'Music development plan',
    ...ALL_OR_NOTHING,
    part: {
      ...{ standard: 10, unit: 'points', named: 'No current music development plan' },
      label: 'Points for no current music development plan',
    },
    judge: ({ plan }, points) => ({
      points: plan.givesPoints ? points : 0,
      detail: plan.sentence,
    }),
    short: (_entry, detail) =>
      detail.startsWith('The plan on record') ? 'music plan out of date' : 'no music plan known',
  }),
  overdueActions: graded({
    key: 'overdue_actions',
    label: 'Overdue actions',
    heading: 'Actions past their due date',
    words: 'For each of them, up to the most',
    parts: {
      most: {
        ...{ standard: 10, unit: 'points', named: 'Overdue actions' },
        label: 'Points for overdue actions, at most',
      },
      each: {
        ...{ standard: 5, unit: 'points', named: 'Each overdue action' },
        label: 'Points for each overdue action',
      },
    },
    judge({ overdueActions: count }, { most, each }) {
      if (count <= 0) {
        return { points: 0, detail: 'No follow-up action is past its due date, so no points.' };
      }
      const late = count === 1 ? 'is past its due date' : 'are past their due date';
      return {
        points: Math.min(most, count * each),
        detail: `${plural(count, 'follow-up action')} ${late}.`,
      };
    },
    short: (_entry, detail) => detail.replace(/ (is|are) past .*$/, ' overdue'),
  }),
  specialOrAlternative: flat({
    key: 'special_or_alternative',
    label: 'Special or alternative provision',
    ...ALL_OR_NOTHING,
    part: {
      ...{ standard: 5, unit: 'points', named: 'Special school, PRU or alternative provision' },
      label: 'Points for special or alternative provision',
    },
    judge: ({ specialOrAlternative }, points) =>
      specialOrAlternative
        ? {
            points,
            detail: 'It is a special school, a pupil referral unit or alternative provision.',
          }
        : {
            points: 0,
            detail:
              'Not a special school, pupil referral unit or alternative provision, so no points.',
          },
    short: () => 'special or alternative provision',
  }),
  noMusicLead: flat({
    key: 'no_music_lead',
    label: 'Music lead',
    ...ALL_OR_NOTHING,
    part: {
      ...{ standard: 5, unit: 'points', named: 'No music lead' },
      label: 'Points for no music lead known',
    },
    judge: ({ hasMusicLead }, points) =>
      hasMusicLead
        ? { points: 0, detail: 'A music lead is known, so no points.' }
        : { points, detail: 'No music lead is known.' },
    short: () => 'no music lead known',
  }),
};

export type FactorName = keyof typeof FACTORS;
export type FactorKey = (typeof FACTORS)[FactorName]['key'];

export const FACTOR_NAMES = Object.keys(FACTORS) as readonly FactorName[];

export const FACTOR_KEYS: readonly FactorKey[] = FACTOR_NAMES.map((name) => FACTORS[name].key);
