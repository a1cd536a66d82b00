import { wholeMonthsBetween, type Day } from './day';
import { oneDecimal } from './one-decimal';
import { FACTOR_NAMES, FACTORS, type FactorKey, type ScoreFacts } from './score-factors';
import { DEFAULT_WEIGHTS, type ScoreWeights } from './score-weights';
import { visitState, type VisitState } from './visit-state';

export interface ScoreFactor {
  key: FactorKey;
  label: string;
  /** 0 or more, one decimal. */
  points: number;
  /** Why, in a sentence; it changes from month to month, not from day to day. */
  detail: string;
}

/** 1 = not visited in three years, 2 = due this academic year, 3 = on track. */
export type Band = 1 | 2 | 3;

export interface SchoolScore {
  state: VisitState;
  band: Band;
  /** The sum of the points shown: 0 to 100 with weights that add up to 100, one decimal. */
  score: number;
  /** Always all of them, those without points too, in the order of `FACTORS`. */
  factors: ScoreFactor[];
  /** Whole calendar months since the last counting visit, null when there is none. */
  monthsSince: number | null;
}

/** The band of the queue a state puts a school in (rule 10). */
export const BANDS: Record<VisitState, Band> = {
  never_visited: 1,
  overdue: 1,
  due: 2,
  on_track: 3,
};

type Judge = (
  facts: ScoreFacts & Pick<SchoolScore, 'monthsSince'>,
  weight: unknown,
) => Pick<ScoreFactor, 'points' | 'detail'>;

/** Rules 7, 10 and 11 for a school on a day. */
export function scoreSchool(
  facts: ScoreFacts,
  today: Day,
  weights: ScoreWeights = DEFAULT_WEIGHTS,
): SchoolScore {
  const { lastVisitedOn } = facts;
  const state = visitState(lastVisitedOn, today);
  const monthsSince =
    lastVisitedOn === null ? null : Math.max(0, wholeMonthsBetween(lastVisitedOn, today));
  const factors = FACTOR_NAMES.map((name): ScoreFactor => {
    const { key, label, judge } = FACTORS[name];
    const { points, detail } = (judge as Judge)({ ...facts, monthsSince }, weights[name]);
    return { key, label, points: oneDecimal(points), detail };
  });
  let sum = 0;
  for (const factor of factors) sum += factor.points;
  return { state, band: BANDS[state], score: oneDecimal(sum), factors, monthsSince };
}
