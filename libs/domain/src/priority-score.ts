import { formatDay, monthsInWords, wholeMonthsBetween, type Day } from './day';
import { plural } from './plural';
import { DEFAULT_WEIGHTS, oneDecimal, type ScoreWeights } from './score-weights';
import { visitState, type VisitState } from './visit-state';

/** What the score is made from; what predecessors hand down is already in it (rule 5). */
export interface ScoreFacts {
  /** Day of the last counting visit, null when there is none. */
  lastVisitedOn: Day | null;
  /** Percentage of pupils eligible for free school meals, 0 to 100, null when not known. */
  fsmPercent: number | null;
  /** A music development plan of the current academic year is known. */
  hasCurrentPlan: boolean;
  /** Open or running follow-up actions whose due date lies before today. */
  overdueActions: number;
  specialOrAlternative: boolean;
  hasMusicLead: boolean;
}

export type FactorKey =
  | 'time_since_visit'
  | 'free_school_meals'
  | 'no_music_plan'
  | 'overdue_actions'
  | 'special_or_alternative'
  | 'no_music_lead';

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
  /** Always all six, those without points too, in this order. */
  factors: ScoreFactor[];
  /** Whole calendar months since the last counting visit, null when there is none. */
  monthsSince: number | null;
}

/** The band of the queue a state puts a school in (rule 10). */
const BANDS: Record<VisitState, Band> = { never_visited: 1, overdue: 1, due: 2, on_track: 3 };

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
  const factors = [
    timeSinceVisit(lastVisitedOn, monthsSince, weights.timeSinceVisit),
    freeSchoolMeals(facts.fsmPercent, weights.freeSchoolMeals),
    noMusicPlan(facts.hasCurrentPlan, weights.noMusicPlan),
    overdueActions(facts.overdueActions, weights.overdueActions),
    specialOrAlternative(facts.specialOrAlternative, weights.specialOrAlternative),
    noMusicLead(facts.hasMusicLead, weights.noMusicLead),
  ];
  let sum = 0;
  for (const factor of factors) sum += factor.points;
  return { state, band: BANDS[state], score: oneDecimal(sum), factors, monthsSince };
}

function timeSinceVisit(
  lastVisitedOn: Day | null,
  months: number | null,
  { most, fromMonths, fullMonths }: ScoreWeights['timeSinceVisit'],
): ScoreFactor {
  const factor = (points: number, detail: string): ScoreFactor => ({
    key: 'time_since_visit',
    label: 'Time since the last visit',
    points: oneDecimal(points),
    detail,
  });
  if (lastVisitedOn === null || months === null) {
    return factor(most, 'Never visited, which counts in full.');
  }
  const ago = months === 0 ? 'less than a month ago' : `${monthsInWords(months)} ago`;
  const last = `Last visited ${formatDay(lastVisitedOn)}, ${ago}`;
  if (months <= fromMonths) {
    return factor(0, `${last}: within the first ${fromMonths} months, so no points.`);
  }
  if (months >= fullMonths) {
    return factor(most, `${last}: ${fullMonths} months or more count in full.`);
  }
  const past = months - fromMonths;
  return factor(
    // Multiplied before divided: an exact half then stays one and is rounded as such.
    (past * most) / (fullMonths - fromMonths),
    `${last}: ${plural(months, 'whole month')}, ${past} past the first ${fromMonths}.`,
  );
}

function freeSchoolMeals(
  percent: number | null,
  { most, fullPercent }: ScoreWeights['freeSchoolMeals'],
): ScoreFactor {
  const factor = (points: number, detail: string): ScoreFactor => ({
    key: 'free_school_meals',
    label: 'Free school meals',
    points: oneDecimal(points),
    detail,
  });
  if (percent === null || !Number.isFinite(percent)) {
    return factor(0, 'Free school meals: not known, so no points.');
  }
  if (percent <= 0) return factor(0, 'No pupils are eligible for free school meals, so no points.');
  const eligible = `${oneDecimal(percent)}% of pupils are eligible for free school meals`;
  if (percent >= fullPercent) {
    return factor(most, `${eligible}: ${fullPercent}% or more counts in full.`);
  }
  return factor(
    (percent * most) / fullPercent,
    `${eligible}, in proportion to ${fullPercent}%, which counts in full.`,
  );
}

function noMusicPlan(known: boolean, most: number): ScoreFactor {
  return {
    key: 'no_music_plan',
    label: 'Music development plan',
    points: known ? 0 : oneDecimal(most),
    detail: known
      ? 'A current music development plan is known, so no points.'
      : 'No current music development plan is known.',
  };
}

function overdueActions(
  count: number,
  { most, each }: ScoreWeights['overdueActions'],
): ScoreFactor {
  const late = count === 1 ? 'is past its due date' : 'are past their due date';
  return {
    key: 'overdue_actions',
    label: 'Overdue actions',
    points: oneDecimal(Math.min(most, Math.max(0, count) * each)),
    detail:
      count <= 0
        ? 'No follow-up action is past its due date, so no points.'
        : `${plural(count, 'follow-up action')} ${late}.`,
  };
}

function specialOrAlternative(applies: boolean, most: number): ScoreFactor {
  return {
    key: 'special_or_alternative',
    label: 'Special or alternative provision',
    points: applies ? oneDecimal(most) : 0,
    detail: applies
      ? 'It is a special school, a pupil referral unit or alternative provision.'
      : 'Not a special school, pupil referral unit or alternative provision, so no points.',
  };
}

function noMusicLead(known: boolean, most: number): ScoreFactor {
  return {
    key: 'no_music_lead',
    label: 'Music lead',
    points: known ? 0 : oneDecimal(most),
    detail: known ? 'A music lead is known, so no points.' : 'No music lead is known.',
  };
}
