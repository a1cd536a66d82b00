import { weekChanges, type WeekFigures } from '.';

const before: WeekFigures = {
  visits: 23,
  schoolsCovered: 150,
  booked: 40,
  surveys: 20,
  notVisitedInThreeYears: 203,
  slack: -14,
};

const wordsOf = (now: Partial<WeekFigures>) =>
  weekChanges(before, { ...before, ...now }).map(({ words }) => words);

it('says nothing of what is the same', () => expect(wordsOf({})).toEqual([]));

it.each([
  [{ visits: 27 }, '4 visits completed'],
  [{ visits: 24 }, '1 visit completed'],
  [{ visits: 22 }, '1 visit no longer on record'],
  [{ schoolsCovered: 153 }, '3 more schools covered in this cycle'],
  [{ surveys: 21 }, '1 survey submitted'],
  [{ surveys: 18 }, '2 fewer surveys'],
  [{ booked: 38 }, '2 fewer schools booked'],
  [{ notVisitedInThreeYears: 202 }, '1 fewer school not visited in three years'],
  [{ slack: -16 }, '2 more schools would be missed by the cycle’s end'],
  [{ slack: -13 }, '1 fewer school would be missed by the cycle’s end'],
  [{ slack: 3 }, '14 fewer schools would be missed by the cycle’s end'],
])('%j: %s', (now, words) => expect(wordsOf(now)).toEqual([words]));

it('speaks of visits to spare where no school is missed', () =>
  expect(weekChanges({ ...before, slack: 5 }, { ...before, slack: 3 })).toEqual([
    { key: 'slack', words: '2 fewer visits to spare in the cycle' },
  ]));
