import { type SaversReport, wrongsOf } from './savers';

const REPORT: SaversReport = {
  first: 4,
  last: 6,
  wins: new Map([
    [5, 1],
    [6, 1],
  ]),
  conflicts: 1,
  lost: [],
};

it('has nothing to say when every save won a version and all words are there', () => {
  expect(wrongsOf(REPORT, 2)).toEqual([]);
});

it.each([
  [{ wins: new Map([[5, 2]]) }, 'Not won by exactly one: version 5, 6.'],
  [{ last: 5 }, 'The last version is 5, not 6.'],
  [{ lost: ['Saver 2 was here.'] }, 'Lost: Saver 2 was here..'],
])('says what went wrong: %j', (over, sentence) => {
  expect(wrongsOf({ ...REPORT, ...over }, 2)).toEqual([sentence]);
});
