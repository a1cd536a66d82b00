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
  [{ schoolsCovered: 153 }, '3 schools more covered in this cycle'],
  [{ surveys: 21 }, '1 survey submitted'],
  [{ surveys: 18 }, '2 surveys fewer'],
  [{ booked: 38 }, '2 schools fewer booked'],
  [{ notVisitedInThreeYears: 200 }, '3 schools fewer not visited in three years'],
  [{ slack: -16 }, '2 schools further from visiting every school in the cycle'],
  [{ slack: -13 }, '1 school closer to visiting every school in the cycle'],
])('%j: %s', (now, words) => expect(wordsOf(now)).toEqual([words]));
