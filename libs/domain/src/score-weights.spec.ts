import fc from 'fast-check';
import { oneDecimal } from './one-decimal';
import { checkScoreWeights, completedWeights, DEFAULT_WEIGHTS } from './score-weights';

it.each([
  [16.666666666666668, 16.7],
  [6.15, 6.2],
  [1.005, 1],
  [0.25, 0.3],
  [8.35, 8.4],
  [0.04999, 0],
  [0.05, 0.1],
  [100, 100],
  [0, 0],
  [0.1 + 0.2, 0.3],
])('%d to one decimal is %d', (value, rounded) => expect(oneDecimal(value)).toBe(rounded));

it('rounds every exact half up, as people do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      expect(oneDecimal(hundredths / 100)).toBe(Math.floor((hundredths + 5) / 10) / 10);
    }),
  );
});

describe('weights of a hub', () => {
  it('are the default ones of 100 points', () =>
    expect(checkScoreWeights(DEFAULT_WEIGHTS)).toBeNull());

  it.each([
    [{ noMusicPlan: 20 }, 'The points must add up to 100, not 110.'],
    [{ noMusicPlan: -10 }, 'Points must be numbers from 0 to 100.'],
    [{ overdueActions: { most: 10, each: 101 } }, 'Points must be numbers from 0 to 100.'],
    [{ noMusicLead: NaN }, 'Points must be numbers from 0 to 100.'],
    [
      { timeSinceVisit: { most: 50, fromMonths: 60, fullMonths: 60 } },
      'The month from which time counts in full must come after the month from which it counts.',
    ],
    [
      { freeSchoolMeals: { most: 20, fullPercent: 0 } },
      'The percentage from which free school meals count in full must be above 0 and at most 100.',
    ],
  ])('are not %j', (changes, sentence) =>
    expect(checkScoreWeights({ ...DEFAULT_WEIGHTS, ...changes })).toBe(sentence),
  );
});

describe('weights saved before a part of them existed', () => {
  it.each([
    ['a factor', { noMusicLead: undefined }, { noMusicLead: 0 }],
    [
      'a factor with several numbers',
      { freeSchoolMeals: undefined },
      { freeSchoolMeals: { most: 0, fullPercent: 40 } },
    ],
    [
      'the points of one',
      { overdueActions: { each: 3 } },
      { overdueActions: { most: 0, each: 3 } },
    ],
    [
      'another number of one',
      { timeSinceVisit: { most: 35, fromMonths: 12 } },
      { timeSinceVisit: { most: 35, fromMonths: 12, fullMonths: 60 } },
    ],
  ])('without %s give no points for it', (_, saved, completed) => {
    expect(completedWeights({ ...DEFAULT_WEIGHTS, ...saved })).toEqual({
      ...DEFAULT_WEIGHTS,
      ...completed,
    });
  });

  it('give nothing where nothing was saved', () => {
    const { noMusicPlan, timeSinceVisit } = completedWeights(null);
    expect([noMusicPlan, timeSinceVisit.most, timeSinceVisit.fullMonths]).toEqual([0, 0, 60]);
  });
});
