import type { HubSettings } from '@tracker/contract';
import { DEFAULT_WEIGHTS, type ScoreWeights, VISIT_KINDS } from '@tracker/domain';
import { component, integer, listOf, matching, note, oneOf, percent } from '../shapes';

const { timeSinceVisit, freeSchoolMeals, overdueActions } = DEFAULT_WEIGHTS;
type Weights = ScoreWeights;

export const TIME_WEIGHT = component<Weights['timeSinceVisit']>(
  'TimeWeight',
  'No points up to `fromMonths` months since the last visit, `most` from `fullMonths` on.',
  {
    most: percent(timeSinceVisit.most),
    fromMonths: integer(timeSinceVisit.fromMonths),
    fullMonths: integer(timeSinceVisit.fullMonths),
  },
);

export const MEALS_WEIGHT = component<Weights['freeSchoolMeals']>(
  'MealsWeight',
  'In proportion to the percentage eligible, `most` from `fullPercent` on.',
  { most: percent(freeSchoolMeals.most), fullPercent: percent(freeSchoolMeals.fullPercent) },
);

export const ACTIONS_WEIGHT = component<Weights['overdueActions']>(
  'ActionsWeight',
  '`each` for every action past its due date, `most` at the most.',
  { most: percent(overdueActions.most), each: percent(overdueActions.each) },
);

export const SCORE_WEIGHTS = component<ScoreWeights>(
  'ScoreWeights',
  'The most points of each factor, 100 together.',
  {
    timeSinceVisit: TIME_WEIGHT,
    freeSchoolMeals: MEALS_WEIGHT,
    noMusicPlan: percent(DEFAULT_WEIGHTS.noMusicPlan),
    overdueActions: ACTIONS_WEIGHT,
    specialOrAlternative: percent(DEFAULT_WEIGHTS.specialOrAlternative),
    noMusicLead: percent(DEFAULT_WEIGHTS.noMusicLead),
  },
);

export const HUB_SETTINGS = component<HubSettings>(
  'HubSettings',
  'The rules a hub sets for itself.',
  {
    version: note('Rises with each change.', integer(1)),
    kindsNotCounting: note(
      'Kinds of visit that never reset the clock.',
      listOf(oneOf(VISIT_KINDS, 'other')),
    ),
    firstCycleStartsIn: note(
      'First academic year of the first cycle.',
      matching('^\\d{4}-\\d{2}$', '2024-25'),
    ),
    targetVisits: note('Visits aimed at in an academic year.', integer(180, 1)),
    weights: SCORE_WEIGHTS,
  },
);
