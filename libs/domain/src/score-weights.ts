/**
 * How many points each factor of the score can give, and where it gives them (rule 11). The most a
 * school can have is the sum of the six, 100 by default.
 */
export interface ScoreWeights {
  /** 0 up to `fromMonths` whole months since the last visit, `most` from `fullMonths` on. */
  timeSinceVisit: TimeWeight;
  /** In proportion to the percentage of pupils eligible, `most` from `fullPercent` on. */
  freeSchoolMeals: MealsWeight;
  noMusicPlan: number;
  /** `each` for every action past its due date, `most` at the most. */
  overdueActions: ActionsWeight;
  specialOrAlternative: number;
  noMusicLead: number;
}

export interface TimeWeight {
  most: number;
  fromMonths: number;
  fullMonths: number;
}
export interface MealsWeight {
  most: number;
  fullPercent: number;
}
export interface ActionsWeight {
  most: number;
  each: number;
}

export const DEFAULT_WEIGHTS: ScoreWeights = {
  timeSinceVisit: { most: 50, fromMonths: 24, fullMonths: 60 },
  freeSchoolMeals: { most: 20, fullPercent: 40 },
  noMusicPlan: 10,
  overdueActions: { most: 10, each: 5 },
  specialOrAlternative: 5,
  noMusicLead: 5,
};

function mostPoints(weights: ScoreWeights): number[] {
  const { timeSinceVisit, freeSchoolMeals, overdueActions } = weights;
  const { noMusicPlan, specialOrAlternative, noMusicLead } = weights;
  const graded = [timeSinceVisit.most, freeSchoolMeals.most, overdueActions.most];
  return [...graded, noMusicPlan, specialOrAlternative, noMusicLead];
}

/** The most a school can have. */
export function sumOfPoints(weights: ScoreWeights): number {
  return mostPoints(weights).reduce((total, points) => total + points, 0);
}

/** What is wrong with a hub's own weights, in a sentence; null when they can be used. */
export function checkScoreWeights(weights: ScoreWeights): string | null {
  const { timeSinceVisit: time, freeSchoolMeals: meals, overdueActions: actions } = weights;
  const most = mostPoints(weights);
  if (![...most, actions.each].every((points) => points >= 0 && points <= 100)) {
    return 'Points must be numbers from 0 to 100.';
  }
  if (!(time.fromMonths >= 0 && time.fullMonths > time.fromMonths)) {
    return 'The month from which time counts in full must come after the month from which it counts.';
  }
  if (!(meals.fullPercent > 0 && meals.fullPercent <= 100)) {
    return 'The percentage from which free school meals count in full must be above 0 and at most 100.';
  }
  const sum = sumOfPoints(weights);
  if (Math.abs(sum - 100) > 1e-6) return `The points must add up to 100, not ${oneDecimal(sum)}.`;
  return null;
}

/**
 * Rounded to one decimal, halves away from zero as people and PostgreSQL's numeric round them:
 * 6.15 is 6.2, though its nearest float lies a hair below the half. Works for 0 and above.
 */
export function oneDecimal(value: number): number {
  return Math.floor(value * 10 + 0.5 + 1e-9) / 10;
}
