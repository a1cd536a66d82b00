import type { Problem, VisitPlanLine } from '@tracker/contract';
import { linesToAccept } from './accepting';
import { rulesBroken } from './broken-rules';
import { undoOf } from './line-undo';
import { mapOf } from './map-view';
import {
  dayCards,
  halfTermParts,
  linesShown,
  partShown,
  visitorParts,
  weekParts,
} from './plan-lines';

const lineOf = (id: string, over: Partial<VisitPlanLine> = {}) =>
  ({
    ...{ id, schoolId: `school ${id}`, date: '2024-10-08', halfTerm: 1, regionId: 'west' },
    ...{ visitorId: 'callum', visitorName: 'Callum', status: 'proposed', locked: false },
    ...{ moved: null, stale: null, knowing: [], easting: 500_000, northing: 200_000 },
    ...over,
  }) as VisitPlanLine;

const visitorOf = (userId: string, place: { easting: number | null; northing: number | null }) => ({
  ...{ userId, name: userId, isAssumed: false, room: 9 },
  ...place,
});

const LINES = [
  lineOf('a'),
  lineOf('b', { status: 'accepted' }),
  lineOf('c', { visitorId: 'bo', visitorName: 'Bo', regionId: 'east', status: 'stale' }),
  lineOf('d', { date: '2024-11-12', halfTerm: 2, locked: true, moved: 'Moved.' }),
  lineOf('e', { status: 'dropped' }),
];
const ids = (lines: readonly VisitPlanLine[]) => lines.map(({ id }) => id).join('');
const ALL = { regionId: '', visitorId: '', state: '' } as const;

it.each([
  [{}, 'abcd'],
  [{ regionId: 'east' }, 'c'],
  [{ visitorId: 'callum' }, 'abd'],
  [{ state: 'open' }, 'ad'],
  [{ state: 'stale' }, 'c'],
  [{ state: 'moved' }, 'd'],
  [{ state: 'locked' }, 'd'],
  [{ state: 'accepted' }, 'b'],
  [{ state: 'dropped' }, 'e'],
] as const)('shows for %j the lines %s', (asked, shown) => {
  expect(ids(linesShown(LINES, { ...ALL, ...asked }))).toBe(shown);
});

it('puts the schools of a visitor’s day on one card', () => {
  const cards = dayCards(LINES.slice(0, 4));
  expect(cards.map(({ key, lines }) => [key, ids(lines)])).toEqual([
    ['2024-10-08 bo', 'c'],
    ['2024-10-08 callum', 'ab'],
    ['2024-11-12 callum', 'd'],
  ]);
});

it('counts by half term, week and visitor', () => {
  const shown = LINES.slice(0, 4);
  expect(halfTermParts(shown, 3)).toEqual([
    { id: '1', lines: 3, accepted: 1 },
    { id: '2', lines: 1, accepted: 0 },
    { id: '3', lines: 0, accepted: 0 },
  ]);
  expect(weekParts(shown).map(({ id }) => id)).toEqual(['2024-10-07', '2024-11-11']);
  expect(visitorParts(shown, 2)).toEqual([
    { visitorId: 'bo', visitorName: 'Bo', visits: 1, days: 1, byHalfTerm: [1, 0] },
    { visitorId: 'callum', visitorName: 'Callum', visits: 3, days: 2, byHalfTerm: [2, 1] },
  ]);
});

it('opens the first half term in which something waits', () => {
  const parts = [
    { id: '1', lines: 0, accepted: 0 },
    { id: '2', lines: 3, accepted: 3 },
    { id: '3', lines: 4, accepted: 1 },
  ];
  expect(partShown(parts, '')).toBe('3');
  expect(partShown(parts, '2')).toBe('2');
  expect(partShown(parts.slice(0, 2), '9')).toBe('2');
  expect(partShown(parts.slice(0, 1), '')).toBe('1');
  expect(partShown([], '')).toBe('');
});

it('accepts what was chosen, and never what is a visit or left out', () => {
  const choice = { of: 'filter', halfTerm: '', regionId: '', visitorId: '' } as const;
  const accepted = (over: object) =>
    ids(linesToAccept(LINES, new Set('be'), { ...choice, ...over }));
  expect(accepted({})).toBe('acd');
  expect(accepted({ halfTerm: '1', regionId: 'west' })).toBe('a');
  expect(accepted({ visitorId: 'bo' })).toBe('c');
  expect(accepted({ of: 'ticked' })).toBe('');
  expect(ids(linesToAccept(LINES, new Set('abd'), { ...choice, of: 'ticked' }))).toBe('ad');
});

it('takes back what was changed, and nothing else', () => {
  const before = lineOf('a');
  const moved = lineOf('a', { date: '2024-10-10', visitorId: 'bo' });
  expect(undoOf(before, moved)).toEqual({ date: '2024-10-08', visitorId: 'callum' });
  expect(undoOf(before, lineOf('a', { locked: true }))).toEqual({ locked: false });
  expect(undoOf(before, lineOf('a', { status: 'dropped' }))).toEqual({ status: 'proposed' });
  expect(undoOf(lineOf('a', { status: 'dropped' }), before)).toEqual({ status: 'dropped' });
});

it('takes a move back to a place whose rules were broken knowingly', () => {
  const before = lineOf('a', {
    knowing: ['window'],
    stale: { key: 'visitor-away', sentence: 'Away.' },
  });
  const moved = lineOf('a', { date: '2024-10-10' });
  expect(undoOf(before, moved)).toMatchObject({ accepting: ['window', 'visitor-away'] });
});

it('reads which rules a move would break', () => {
  const refused = (keys: string[]) =>
    ({ rules: keys.map((key) => ({ key, message: '' })) }) as unknown as Problem;
  expect(rulesBroken(refused(['window', 'made up']))).toEqual(['window']);
  expect(rulesBroken({} as Problem)).toEqual([]);
  expect(rulesBroken(null)).toEqual([]);
});

it('draws schools by their own coordinates, north above, and joins those of one day', () => {
  const map = mapOf(
    [
      lineOf('a', { easting: 500_000, northing: 200_000 }),
      lineOf('b', { easting: 510_000, northing: 205_000 }),
      lineOf('c', { date: '2024-10-09', easting: null, northing: null }),
    ],
    [
      visitorOf('callum', { easting: 505_000, northing: 200_000 }),
      visitorOf('bo', { easting: 900_000, northing: 200_000 }),
      visitorOf('ash', { easting: null, northing: null }),
    ],
    248,
  );
  expect(map.points.map(({ x, y }) => [x, y])).toEqual([
    [24, 124],
    [224, 24],
  ]);
  expect(map.starts).toEqual([{ userId: 'callum', name: 'callum', x: 124, y: 124 }]);
  expect(map).toMatchObject({ width: 248, height: 148 });
  expect(map.ways.map(({ from, to }) => from.line.id + to.line.id)).toEqual(['ab']);
  expect(mapOf([], [], 248)).toMatchObject({ height: 0, points: [] });
});
