import type { QuestionFigures } from './figures';
import { findingOf, type FoundQuestion, spreadInWords } from './finding';

const question = (over: Partial<FoundQuestion>): FoundQuestion => ({
  ...{ type: 'one_choice', unit: null, low: null, high: null },
  ...over,
});
const figures = (over: Partial<QuestionFigures>): QuestionFigures => ({
  ...{ answers: 20, tooFew: false, choices: [], spread: null, tags: [] },
  ...over,
});
const choices = (counts: Record<string, number>, answers = 20) =>
  figures({
    answers,
    choices: Object.entries(counts).map(([key, schools]) => ({
      ...{ key, label: key === 'true' ? 'Yes' : key, schools },
      share: schools / answers,
    })),
  });
const spread = (...of: [number, number, number, number, number]) => {
  const [lowest, lowerQuartile, median, upperQuartile, highest] = of;
  return figures({ spread: { lowest, lowerQuartile, median, upperQuartile, highest } });
};

it.each([
  [figures({ answers: 0, tooFew: true }), 'No school has answered this'],
  [figures({ answers: 1, tooFew: true }), '1 answer: too few to show'],
  [figures({ answers: 4, tooFew: true }), '4 answers: too few to show'],
  [
    figures({ answers: 6, tooFew: true }),
    '6 answers: held back, as they would give away the answers of fewer than five others',
  ],
])('says so when there is nothing to find', (found, words) =>
  expect(findingOf(question({}), found)).toBe(words),
);

it.each([
  [{ true: 14, false: 6 }, '7 in 10 schools say yes'],
  [{ true: 0, false: 20 }, 'All 20 schools say no'],
  [{ true: 20, false: 0 }, 'All 20 schools say yes'],
])('of yes and no %j: %s', (counts, words) =>
  expect(findingOf(question({ type: 'yes_no' }), choices(counts))).toBe(words),
);

it.each([
  [{ weekly: 12, never: 8 }, '6 in 10 schools say “weekly”'],
  [{ weekly: 10, never: 10 }, '“weekly” and “never” are even, with half of the schools each'],
  [{ a: 5, b: 5, c: 5, d: 5 }, '4 answers are even, with 3 in 10 schools each'],
  [{ weekly: 0 }, '20 schools answered, with what is no longer offered'],
])('of one choice %j: %s', (counts, words) =>
  expect(findingOf(question({}), choices(counts))).toBe(words),
);

it('of several choices names the first', () => {
  expect(findingOf(question({ type: 'several_choices' }), choices({ money: 12, time: 9 }))).toBe(
    '6 in 10 schools say “money”, more than any other',
  );
});

it('of a few schools gives their number', () => {
  expect(findingOf(question({ type: 'yes_no' }), choices({ true: 1, false: 6 }, 7))).toBe(
    '1 of 7 schools says yes',
  );
});

it.each([
  [
    'money',
    null,
    spread(0, 100, 250, 500, 9000),
    'The school in the middle says £250; half of the schools are between £100 and £500',
  ],
  [
    'number',
    'minutes a week',
    spread(0, 30, 45.25, 60, 90),
    'The school in the middle says 45.3 minutes a week; half of the schools are between 30 and 60',
  ],
  ['number', 'pupils', spread(1, 1, 1, 1, 1), 'All 20 schools say 1 pupil'],
  [
    'money',
    null,
    spread(0, 0, 0, 0, 500),
    'The school in the middle says £0, and so does at least half of them',
  ],
] as const)('of %s in %s', (type, unit, found, words) =>
  expect(findingOf(question({ type, unit }), found)).toBe(words),
);

it.each([
  [{ 1: 1, 2: 1, 3: 4, 4: 6, 5: 8 }, '7 in 10 schools say 4 or 5 of 5 (5 is “Very useful”)'],
  [{ 1: 8, 2: 6, 3: 4, 4: 2, 5: 0 }, '7 in 10 schools say 1 or 2 of 5 (1 is “Not useful”)'],
])('of ratings %j: %s', (counts, words) =>
  expect(
    findingOf(
      question({ type: 'rating', low: 'Not useful', high: 'Very useful' }),
      choices(counts),
    ),
  ).toBe(words),
);

it('of ratings that are all in the middle says that', () => {
  const found = { ...choices({ 3: 20 }), spread: spread(3, 3, 3, 3, 3).spread };
  expect(findingOf(question({ type: 'rating' }), found)).toBe('Most schools say 3 of 5');
});

it('of texts names the label most of them have', () => {
  const texts = question({ type: 'long_text' });
  expect(findingOf(texts, figures({}))).toBe('20 schools wrote something');
  const tags = [{ id: 't', label: 'Instruments', schools: 8 }];
  expect(findingOf(texts, figures({ tags }))).toBe(
    '20 schools wrote something, most often about “Instruments”',
  );
});

it('says a spread in words', () => {
  const found = spread(0, 100, 250.5, 500, 9000).spread;
  expect(found && spreadInWords(question({ type: 'money' }), found)).toBe(
    'from £0 to £9,000, the middle £250.50, half between £100 and £500',
  );
});
