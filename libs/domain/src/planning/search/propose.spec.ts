import fc from 'fast-check';
import { coverageOf } from '../coverage';
import { figuresOf } from '../figures';
import { modelOf } from '../model';
import { movedLines } from '../moved';
import { notesOf } from '../notes';
import { halfTermOn, type PlanLine, type PlanProblem } from '../problem';
import { brokenRules } from '../rules';
import {
  inventedHub,
  inventedProblem,
  inventedSchool,
  inventedVisitor,
  type InventedHub,
} from '../testing/invented-hub';
import { proposePlan } from './propose';

/** Enough for what is asked here; a plan for use is searched for longer. */
const QUICK = { seed: 1, stepsALine: 150 };
const propose = (problem: PlanProblem) => proposePlan(problem, QUICK);
const urnsOf = (plan: readonly PlanLine[]) => plan.map(({ urn }) => urn).sort((a, b) => a - b);

const hubs: fc.Arbitrary<InventedHub> = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  schools: fc.integer({ min: 1, max: 40 }),
  regions: fc.integer({ min: 1, max: 3 }),
  visitorsARegion: fc.integer({ min: 1, max: 2 }),
  perHalfTerm: fc.integer({ min: 1, max: 4 }),
  wanted: fc.integer({ min: 0, max: 60 }),
  booked: fc.integer({ min: 0, max: 4 }),
  asOf: fc.constantFrom('2024-08-31', '2024-09-02', '2024-10-29', '2025-02-10', '2025-07-23'),
});

it('breaks no rule, places as many of each band as can be, and gives the same twice', () => {
  fc.assert(
    fc.property(hubs, (hub) => {
      const problem = inventedHub(hub);
      const plan = propose(problem);
      expect(brokenRules(problem, plan)).toEqual([]);
      const { placed, late } = coverageOf(modelOf(problem));
      const figures = figuresOf(problem, plan);
      expect(figures.placed).toEqual(placed);
      expect(figures.late).toBeLessThanOrEqual(late * 1.05 + 1e-6);
      expect(JSON.stringify(propose(problem))).toBe(JSON.stringify(plan));
    }),
    { numRuns: 25 },
  );
});

it('never places fewer with a visitor more', () => {
  fc.assert(
    fc.property(hubs, (hub) => {
      const problem = inventedHub(hub);
      const more = inventedVisitor({ id: 'more', regionIds: ['r1'] });
      const before = figuresOf(problem, propose(problem));
      const with1 = { ...problem, visitors: [...problem.visitors, more] };
      const after = figuresOf(with1, propose(with1));
      expect(after.visits).toBeGreaterThanOrEqual(before.visits);
      expect(after.placed[1]).toBeGreaterThanOrEqual(before.placed[1]);
    }),
    { numRuns: 12 },
  );
});

it('P9: a locked line stays, even against the rules, and is said to be stale then', () => {
  const problem = inventedHub({ seed: 5, schools: 30 });
  const [first, second] = problem.schools;
  const visitorId = problem.visitors.find(({ regionIds }) => regionIds.includes('r1'))!.id;
  const locked = [
    { urn: first!.urn, date: '2024-10-08', visitorId },
    // Half term.
    { urn: second!.urn, date: '2024-10-29', visitorId },
  ];
  const plan = propose({ ...problem, locked });
  expect(plan).toEqual(expect.arrayContaining(locked));
  expect(new Set(urnsOf(plan)).size).toBe(plan.length);
  const others = brokenRules(problem, plan).filter(
    ({ line }) => !urnsOf(locked).includes(line.urn),
  );
  expect(others).toEqual([]);
  expect(notesOf({ ...problem, locked }, plan)).toContain(
    'The locked line of Invented School 2 on Tue 29 Oct 2024 is stale: it is no school day.',
  );
});

it('P2: places band 1 before all others, however far apart', () => {
  const at = (x: number) => ({ easting: 520_000 + x * 1000, northing: 212_000 });
  const due = { band: 2, state: 'due', dueOn: '2025-06-10', lastVisitedOn: '2022-06-10' } as const;
  const schools = [
    inventedSchool({ urn: 1, ...at(-30) }),
    inventedSchool({ urn: 2, ...at(30) }),
    inventedSchool({ urn: 3, ...at(-30), ...due }),
  ];
  expect(urnsOf(propose(inventedProblem({ schools, wanted: 2 })))).toEqual([1, 2]);
  expect(urnsOf(propose(inventedProblem({ schools, wanted: 3 })))).toEqual([1, 2, 3]);
});

it('P2: of band 3 takes those due soonest, where there is room', () => {
  const third = (urn: number, dueOn: string, lastVisitedOn: string) =>
    inventedSchool({ urn, band: 3, state: 'on_track', dueOn, lastVisitedOn });
  const schools = [
    third(1, '2026-05-10', '2023-05-10'),
    third(2, '2025-10-10', '2022-10-10'),
    third(3, '2026-03-10', '2023-03-10'),
  ];
  expect(urnsOf(propose(inventedProblem({ schools, wanted: 1 })))).toEqual([2]);
});

it('P4: neighbours share a day, and a booked day takes the school beside it', () => {
  const at = (x: number) => ({ easting: 520_000 + x * 1000, northing: 230_000 });
  const schools = [-20, 20, -20.5, 20.5].map((x, i) => inventedSchool({ urn: i + 1, ...at(x) }));
  const booked = [{ urn: 1, date: '2024-10-08', visitorId: 'v1', status: 'confirmed' }];
  const visitors = [inventedVisitor({ id: 'v1', perHalfTerm: 4 })];
  const plan = propose(inventedProblem({ schools, visitors, booked }));
  const dayOf = (urn: number) => plan.find((line) => line.urn === urn)?.date;
  expect(dayOf(3)).toBe('2024-10-08');
  expect(dayOf(2)).toBe(dayOf(4));
});

it('P9: made again, what was proposed keeps its half term, and what moved says why', () => {
  const problem = inventedHub({ seed: 11, schools: 70, visitorsARegion: 2 });
  const before = propose(problem);
  // Of one school, not a day of its half term is open any more.
  const gone = before[3]!;
  const halfTerm = problem.halfTerms[halfTermOn(problem, gone.date)]!;
  const again: PlanProblem = {
    ...problem,
    previous: before,
    schools: problem.schools.map((school) =>
      school.urn === gone.urn
        ? { ...school, unavailable: [{ ...halfTerm, why: 'building work' }] }
        : school,
    ),
  };
  const plan = proposePlan(again, { ...QUICK, seed: 2 });
  const now = new Map(plan.map((line) => [line.urn, line]));
  const kept = before.filter(
    ({ urn, date }) => halfTermOn(problem, now.get(urn)?.date ?? '') === halfTermOn(problem, date),
  );
  expect(kept.length / before.length).toBeGreaterThanOrEqual(0.8);
  expect(kept.map(({ urn }) => urn)).not.toContain(gone.urn);
  const moved = movedLines(again, plan);
  expect(moved.find(({ urn }) => urn === gone.urn)?.sentence).toMatch(/: the school cannot\.$/);
  // Who is not named stayed.
  const named = new Set(moved.map(({ urn }) => urn));
  for (const line of before) if (!named.has(line.urn)) expect(plan).toContainEqual(line);
});

it.each<[string, Partial<PlanProblem>, string]>([
  ['no school', {}, 'Nothing is proposed: no school needs a visit that can have one.'],
  [
    'fewer wanted than booked',
    { wanted: 0, booked: [{ urn: 9, date: '2024-10-08', visitorId: null, status: 'scheduled' }] },
    'Nothing is proposed: of 0 visits wanted, 1 are held or booked.',
  ],
  [
    'no school day left',
    { asOf: '2025-07-23', horizon: { from: '2025-08-06', to: '2025-07-23' } },
    'Nothing is proposed: no school day of the year is left.',
  ],
  [
    'a visitor without capacity',
    { schools: [inventedSchool({ urn: 1 })], visitors: [inventedVisitor({ id: 'v1', perDay: 0 })] },
    'Visitor v1 gets no visits: their capacity is 0.',
  ],
  ['nobody at all', { schools: [inventedSchool({ urn: 1 })], visitors: [] }, 'Nothing is proposed'],
])('makes an empty plan of %s and says why', (_, given, note) => {
  const problem = inventedProblem(given);
  expect(propose(problem)).toEqual([]);
  expect(notesOf(problem, []).join(' ')).toContain(note);
});

it('a booked visit that breaks a rule stays and counts, and so does one without a visitor', () => {
  const schools = [1, 2, 3, 4].map((urn) => inventedSchool({ urn }));
  const visitors = [inventedVisitor({ id: 'v1', perDay: 1, perHalfTerm: 1 })];
  const saturday = { date: '2024-09-21', visitorId: 'v1', status: 'scheduled' };
  const booked = [
    { urn: 1, ...saturday },
    { urn: 2, ...saturday },
    { urn: 3, date: '2024-11-05', visitorId: null, status: 'scheduled' },
  ];
  const problem = inventedProblem({ schools, visitors, booked });
  const plan = propose(problem);
  // Its first half term is full twice over; the second is free, as nobody goes on 5 November.
  expect(plan).toMatchObject([{ urn: 4 }]);
  expect(halfTermOn(problem, plan[0]!.date)).toBe(1);
  expect(notesOf(problem, plan)[0]).toBe(
    'School 1 is booked for Sat 21 Sep 2024, although it is no school day.',
  );
});
