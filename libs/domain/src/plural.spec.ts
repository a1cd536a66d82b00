import { plural } from './plural';

it.each([
  [0, '0 schools'],
  [1, '1 school'],
  [14, '14 schools'],
  [-1, '-1 school'],
  [1204, '1,204 schools'],
])('%i: %s', (count, words) => expect(plural(count, 'school')).toBe(words));

it('takes a plural of its own', () => {
  expect([1, 2].map((count) => plural(count, 'visit to a school', 'visits to schools'))).toEqual([
    '1 visit to a school',
    '2 visits to schools',
  ]);
});
