import { unevenness } from './evenness';
import { figuresOf } from './figures';
import { groupShares } from './fairness';
import { placesOf, shortestWay, wayRound } from './places';
import { inventedProblem, inventedSchool } from './testing/invented-hub';

const at = (x: number, y: number) => ({
  easting: 500_000 + x * 1000,
  northing: 200_000 + y * 1000,
});

it('P4: a day’s way is from the start round the schools and back', () => {
  const [base, a, b] = [at(0, 0), at(3, 0), at(3, 4)];
  expect(wayRound(base, [a, b], 1.3)).toBeCloseTo(15.6);
  expect(wayRound(base, [a], 1.3) + wayRound(base, [b], 1.3)).toBeCloseTo(20.8);
  expect(wayRound(base, [], 1.3)).toBe(0);
});

it('P4: takes the shortest of all orders', () => {
  const stops = [at(9, 1), at(1, 8), at(5, 5), at(8, 8)];
  const gap = (i: number, j: number) =>
    Math.hypot(stops[i]!.easting - stops[j]!.easting, stops[i]!.northing - stops[j]!.northing);
  const fromBase = stops.map(({ easting, northing }) => Math.hypot(easting - 5e5, northing - 2e5));
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((one) => orders(left.filter((i) => i !== one)).map((rest) => [one, ...rest]));
  const lengths = orders([0, 1, 2, 3]).map((order) =>
    order.reduce(
      (sum, stop, i) => sum + (i === 0 ? fromBase[stop]! : gap(order[i - 1]!, stop)),
      fromBase[order.at(-1)!]!,
    ),
  );
  expect(shortestWay(fromBase, gap)).toBeCloseTo(Math.min(...lengths));
});

it('P4: a visit on a booked day costs only the way round', () => {
  const schools = [
    inventedSchool({ urn: 1, ...at(3, 0) }),
    inventedSchool({ urn: 2, ...at(3, 4) }),
  ];
  const visitor = { ...inventedProblem().visitors[0]!, base: at(0, 0) };
  const booked = [{ urn: 1, date: '2024-10-08', visitorId: 'v1', status: 'scheduled' }];
  const problem = inventedProblem({ schools, visitors: [visitor], booked });
  expect(figuresOf(problem, []).km).toBeCloseTo(7.8);
  const line = { urn: 2, date: '2024-10-08', visitorId: 'v1' };
  const { km, ...others } = figuresOf(problem, [line]);
  expect(km).toBeCloseTo(15.6);
  expect(others).toMatchObject({ days: 1, shared: 1, total: 2 });
});

it.each([
  ['none', { easting: null, northing: null }],
  ['one outside Great Britain', { easting: 4_000_000, northing: -3 }],
])('P4: a school with %s counts as the middle of its region’s schools', (_, place) => {
  const schools = [
    inventedSchool({ urn: 1, ...at(0, 0) }),
    inventedSchool({ urn: 2, ...at(4, 2) }),
    inventedSchool({ urn: 3, ...place }),
  ];
  expect(placesOf(inventedProblem({ schools })).get(3)).toEqual(at(2, 1));
});

it('P5: unevenness is half of what all weeks are off their part, by visits', () => {
  const weeks = { weekOf: new Map(), halfTerm: [0, 0, 1], part: [0.5, 0.5, 1] };
  expect(unevenness(weeks, [2, 2, 1])).toBe(0);
  expect(unevenness(weeks, [4, 0, 4])).toBe(0.25);
  expect(unevenness(weeks, [0, 0, 0])).toBe(0);
});

it('P6: a group’s share is what it would have if places went round evenly', () => {
  const schools = Array.from({ length: 40 }, (_, i) => ({
    phase: i < 20 ? 'Primary' : 'Secondary',
    fsmPercent: i % 2 === 0 ? 35 : 5,
  }));
  // All places go to primary schools.
  const shares = groupShares(schools, 20, (i) => i < 20);
  expect(shares).toMatchObject([
    { name: 'phase Secondary', waiting: 20, got: 0, share: 10 },
    { name: 'fsm 30 and over', waiting: 20, got: 10, share: 10 },
    { name: 'phase Primary', waiting: 20, got: 20, share: 10 },
  ]);
  // Fewer than eight places are not judged.
  expect(groupShares(schools, 10, () => false)).toEqual([]);
});
