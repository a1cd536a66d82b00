import fc from 'fast-check';
import { HALF_TERMS } from '../testing/calendar-2024';
import { inventedProblem } from '../testing/invented-hub';
import type { CycleProblem, CycleSchool } from './cycle-problem';
import { cycleSlackInWords, outlineCycle, RUNS_OF_OUTLINE } from './outline';
import { halfTermsToCome } from './room-of-year';

const school = (urn: number, more: Partial<CycleSchool> = {}): CycleSchool => ({
  ...{ urn, regionId: 'r1', score: 30, lastVisitedOn: null, closesOn: null },
  ...more,
});

/** Two years of two half terms each, with so many places in each. */
function cycle(places: readonly number[], more: Partial<CycleProblem> = {}): CycleProblem {
  const waiting = more.waiting ?? [1, 2, 3, 4, 5, 6].map((urn) => school(urn));
  return {
    halfTerms: [
      { year: '2025-26', number: 5, from: '2026-04-13', to: '2026-05-22', room: [places[0]!] },
      { year: '2025-26', number: 6, from: '2026-06-01', to: '2026-07-22', room: [places[1]!] },
      { year: '2026-27', number: 1, from: '2026-09-02', to: '2026-10-23', room: [places[2]!] },
      { year: '2026-27', number: 2, from: '2026-11-02', to: '2027-07-21', room: [places[3]!] },
    ],
    toHold: { '2025-26': 100, '2026-27': 100 },
    visitors: [{ id: 'v1', regionIds: ['r1'] }],
    ...{ inCycle: waiting.length + 10, covered: 10, waiting, booked: [] },
    ...{ springTermEndsOn: '2027-03-25', minMonthsBetween: 24, cancelShare: 0 },
    ...more,
  };
}

const outlined = (problem: CycleProblem) =>
  new Map(
    outlineCycle(problem, 1, 20).schools.map(({ urn, ...at }) => [
      urn,
      at.year ? `${at.year}/${at.halfTerm} ${at.stage}` : at.stage,
    ]),
  );

it('keeps what is booked, and gives the others a half term of the years after', () => {
  const booked = [
    { urn: 6, date: '2026-04-14', visitorId: 'v1' },
    { urn: 5, date: '2026-12-01', visitorId: 'v1' },
  ];
  expect(outlined(cycle([4, 4, 2, 2], { booked }))).toEqual(
    new Map([
      [1, '2026-27/1 outlined'],
      [2, '2026-27/1 outlined'],
      [3, '2026-27/2 outlined'],
      [4, 'none'],
      [5, '2026-27/2 booked'],
      [6, '2025-26/5 booked'],
    ]),
  );
});

it('goes by the half term in which schools fall due, at the latest that of the last spring, then by need', () => {
  const waiting = [
    school(1, { lastVisitedOn: '2024-07-01' }),
    school(2, { lastVisitedOn: '2023-09-20', score: 20 }),
    school(3, { score: 10 }),
    school(4, { lastVisitedOn: '2023-09-20', score: 80 }),
  ];
  const at = outlined(cycle([0, 0, 2, 2], { waiting }));
  expect([3, 4, 2, 1].map((urn) => at.get(urn))).toEqual([
    ...['2026-27/1 outlined', '2026-27/1 outlined'],
    ...['2026-27/2 outlined', '2026-27/2 outlined'],
  ]);
});

it('says why a school has no place, and is sure of it in each run', () => {
  const waiting = [
    school(1, { regionId: 'r2' }),
    school(2, { lastVisitedOn: '2025-08-01' }),
    school(3, { closesOn: '2026-04-01' }),
    school(4),
  ];
  const { schools, median, sentence, slack } = outlineCycle(cycle([0, 0, 0, 9], { waiting }), 1);
  expect(schools.map(({ urn, risk, sentence: why }) => [urn, risk, why])).toEqual([
    [1, 1, 'Nobody visits its region.'],
    [3, 1, 'It closes on Wed 1 Apr 2026.'],
    [2, 1, 'Visited on Fri 1 Aug 2025: not again before Sun 1 Aug 2027.'],
    [
      ...[4, 0],
      'It is outlined for the last half term in which it can: nothing is left if the visit falls through.',
    ],
  ]);
  expect(median).toBe(11);
  expect(sentence).toBe(
    'At this pace 11 of 14 are covered by July 2027, four times in five exactly 11.',
  );
  expect(cycleSlackInWords(slack)).toBe('5 visits to spare');
  expect(cycleSlackInWords(-14)).toBe('14 visits short');
});

it('plans what falls through again: three tries leave a school out as often as all three fail', () => {
  const waiting = [school(1)];
  const booked = [{ urn: 1, date: '2026-06-02', visitorId: 'v1' }];
  const problem = cycle([1, 1, 1, 1], { waiting, booked, cancelShare: 0.5 });
  const [found] = outlineCycle(problem, 7, 4000).schools;
  expect(found?.risk).toBeGreaterThan(0.125 - 0.02);
  expect(found?.risk).toBeLessThan(0.125 + 0.02);
});

it('books no more than the target of a year asks for, with what falls through on top', () => {
  const toHold = { '2025-26': 0, '2026-27': 3 };
  const problem = cycle([0, 0, 9, 9], { toHold, cancelShare: 0.25 });
  const { schools, slack } = outlineCycle(problem, 1);
  expect(schools.filter(({ stage }) => stage === 'outlined')).toHaveLength(4);
  expect(slack).toBe(-3);
});

const problems = fc
  .record({
    places: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
    schools: fc.array(
      fc.record({
        score: fc.integer({ min: 0, max: 100 }),
        lastVisitedOn: fc.constantFrom(null, '2023-09-20', '2024-07-01', '2025-01-10'),
      }),
      { maxLength: 25 },
    ),
    bookings: fc.integer({ min: 0, max: 5 }),
    cancelShare: fc.constantFrom(0, 0.12, 0.4),
  })
  .map(({ places, schools, bookings, cancelShare }) => {
    const waiting = schools.map((more, urn) => school(urn + 1, more));
    const booked = waiting.slice(0, bookings).map(({ urn }) => ({
      ...{ urn, date: '2026-06-02', visitorId: 'v1' },
    }));
    return cycle(places, { waiting, booked, cancelShare });
  });

it('gives the same twice, keeps to the room, and covers no more when bookings fall through', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const found = outlineCycle(problem, 3, 25);
      expect(outlineCycle(problem, 3, 25)).toEqual(found);
      const { low, median, high, covered, schools } = found;
      expect([low, median, high]).toEqual([low, median, high].sort((a, b) => a - b));
      expect(low).toBeGreaterThanOrEqual(covered);
      expect(high).toBeLessThanOrEqual(problem.inCycle);
      const sure = schools.filter(({ risk }) => risk === 0).length;
      expect(low).toBeGreaterThanOrEqual(covered + sure);
      for (const { year, number, room } of problem.halfTerms) {
        const here = schools.filter(
          (each) => each.stage === 'outlined' && each.year === year && each.halfTerm === number,
        );
        expect(here.length).toBeLessThanOrEqual(room[0]!);
      }
    }),
    { numRuns: 60 },
  );
});

it('never covers fewer with a place more where nothing falls through', () => {
  fc.assert(
    fc.property(problems, fc.integer({ min: 0, max: 3 }), (problem, at) => {
      const sure = { ...problem, cancelShare: 0 };
      const halfTerms = sure.halfTerms.map((halfTerm, t) => ({
        ...halfTerm,
        room: [halfTerm.room[0]! + (t === at ? 1 : 0)],
      }));
      const before = outlineCycle(sure, 3, 1).median;
      expect(outlineCycle({ ...sure, halfTerms }, 3, 1).median).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 60 },
  );
});

it('takes under a minute of the processor for the 500 runs of 25,000 schools', () => {
  const waiting = Array.from({ length: 25_000 }, (_, at) =>
    school(at + 1, { regionId: `r${at % 100}`, score: at % 97 }),
  );
  const visitors = Array.from({ length: 100 }, (_, at) => ({
    ...{ id: `v${at}`, regionIds: [`r${at}`] },
  }));
  const halfTerms = cycle([0, 0, 0, 0]).halfTerms.map((halfTerm) => ({
    ...halfTerm,
    room: visitors.map(() => 50),
  }));
  const toHold = { '2025-26': 9000, '2026-27': 9000 };
  const before = process.cpuUsage();
  const problem = { waiting, visitors, halfTerms, toHold, cancelShare: 0.12 };
  outlineCycle(cycle([0, 0, 0, 0], problem), 1, RUNS_OF_OUTLINE / 20);
  expect((process.cpuUsage(before).user / 1e6) * 20).toBeLessThan(60);
});

it('takes the room of a half term from the days on which somebody visits', () => {
  const problem = inventedProblem({
    held: [{ urn: 1, date: '2024-09-03', visitorId: 'v1' }],
    booked: [{ urn: 2, date: '2024-11-05', visitorId: 'v1' }],
  });
  const found = halfTermsToCome(problem);
  expect(found.map(({ room }) => room[0])).toEqual([2, 3, 3, 3, 3, 3]);
  expect(found.map(({ from, to }) => ({ from, to }))).toEqual(HALF_TERMS);
});
