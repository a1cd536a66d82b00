import { randomFrom } from '../planning/random';
import { inventedVisitor } from '../planning/testing/invented-hub';
import { HALF_TERMS, SCHOOL_DAYS } from '../planning/testing/calendar-2024';
import { capacitySum, capacitySumInWords, type VisitorToSum } from './capacity-sum';

const team = (count: number, visitor: Partial<VisitorToSum>): VisitorToSum[] =>
  Array.from({ length: count }, (_, n) => inventedVisitor({ id: `${n}`, ...visitor }));
const summed = (
  visitors: readonly VisitorToSum[],
  needs: Record<string, number>,
  more: {
    schoolDays?: readonly string[];
    taken?: { urn: number; date: string; visitorId: string }[];
  } = {},
) => {
  const regions = Object.entries(needs).map(([id, needed]) => ({ id, needed }));
  return capacitySum({
    schoolDays: SCHOOL_DAYS,
    halfTerms: HALF_TERMS,
    visitors,
    regions,
    ...more,
  });
};
const inWords = (sum: Parameters<typeof capacitySumInWords>[0]) =>
  capacitySumInWords(sum, (id) => id);

it('sums the places of a year, and says which region is short', () => {
  // Three a half term, six half terms.
  const visitors = [
    ...team(9, { regionIds: ['East'] }),
    ...team(3, { regionIds: ['West'] }).map((each) => ({ ...each, id: `w${each.id}` })),
  ];
  const sum = summed(visitors, { East: 148, West: 57 });
  expect(inWords(sum)).toBe('216 places, 205 needed; West is 3 short.');
  expect(sum.byVisitor.get('w0')).toBe(18);
  expect(inWords(summed(visitors, { East: 151, West: 54 }))).toBe('216 places, 205 needed.');
});

it('names regions together that have a visitor in common', () => {
  const visitors = [
    ...[
      { id: 'a', regionIds: ['East'] },
      { id: 'b', regionIds: ['East', 'West'] },
    ],
    ...[{ id: 'c', regionIds: ['North'] }],
  ].map((each) => inventedVisitor(each));
  const sum = summed(visitors, { East: 20, West: 20, North: 18 });
  expect(inWords(sum)).toBe('54 places, 58 needed; East and West together are 4 short.');
});

it('has no places of who visits no region, on no weekday or is away all the year', () => {
  const away = [{ from: '2024-08-01', to: '2025-08-31' }];
  const visitors = [{ regionIds: [] }, { weekdays: [] }, { perWeek: 0 }, { away }].map((each, n) =>
    inventedVisitor({ id: `${n}`, ...each }),
  );
  expect([...summed(visitors, { r1: 1 }).byVisitor.values()]).toEqual([0, 0, 0, 0]);
  expect(inWords(summed([], {}))).toBe('0 places, 0 needed.');
  expect(inWords(summed(team(1, {}), { r1: 1 }, { schoolDays: [] }))).toBe(
    '0 places, 1 needed; r1 is 1 short.',
  );
});

it('leaves out what is taken already', () => {
  const taken = [{ urn: 1, date: '2024-10-08', visitorId: '0' }];
  expect(summed(team(1, {}), { r1: 0 }, { taken }).places).toBe(17);
});

it('finds what is short as trying all groups of regions does', () => {
  const random = randomFrom(7);
  const some = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 60; round += 1) {
    const names = ['A', 'B', 'C', 'D'];
    const needs = Object.fromEntries(names.map((name) => [name, some(40)]));
    const visitors = Array.from({ length: some(5) }, (_, n) =>
      inventedVisitor({
        ...{ id: `${n}`, perHalfTerm: some(4) },
        regionIds: names.filter(() => random() < 0.4),
      }),
    );
    const { short, byVisitor } = summed(visitors, needs);
    const lacking = (group: readonly string[]) => {
      const places = visitors
        .filter(({ regionIds }) => regionIds.some((id) => group.includes(id)))
        .reduce((sum, { id }) => sum + byVisitor.get(id)!, 0);
      return group.reduce((sum, id) => sum + needs[id]!, 0) - places;
    };
    const groups = Array.from({ length: 16 }, (_, bits) => names.filter((_, n) => bits & (1 << n)));
    expect(short.reduce((sum, { by }) => sum + by, 0)).toBe(Math.max(...groups.map(lacking)));
    for (const { regionIds, by } of short) expect(lacking(regionIds)).toBe(by);
  }
});
