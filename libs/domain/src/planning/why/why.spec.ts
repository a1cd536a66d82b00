import fc from 'fast-check';
import { coverageOf } from '../coverage';
import { modelOf } from '../model';
import { proposePlan } from '../search/propose';
import type { PlanProblem, PlanSchool } from '../problem';
import {
  inventedHub,
  inventedProblem,
  inventedSchool,
  inventedVisitor,
} from '../testing/invented-hub';
import { without } from './days-against';
import { leftOutOf, ordinal, type LeftOut } from './left-out';
import { WHY_KEYS, whyOf } from './why-of';

const propose = (problem: PlanProblem) => proposePlan(problem, { seed: 1, stepsALine: 150 });

/** The problem with what a school left out is told to need, and with places enough. */
function tookAtItsWord(problem: PlanProblem, { urn, key, cause }: LeftOut): PlanProblem {
  const school = problem.schools.find((one) => one.urn === urn)!;
  const removed = { too_soon: 'too-soon', snoozed: 'snoozed', closing: 'closing' }[key as string];
  const freed = without(problem, school, removed ?? cause ?? '');
  return {
    ...freed,
    wanted: freed.wanted + problem.schools.length,
    visitors: freed.visitors.map((visitor) => ({
      ...visitor,
      ...{ perDay: 6, perWeek: 42, perHalfTerm: 200 },
      regionIds: key === 'no_visitor' ? [...visitor.regionIds, school.regionId] : visitor.regionIds,
    })),
  };
}

/** Whether a school can be placed, whatever others are. */
const canBePlaced = (problem: PlanProblem, urn: number) => {
  const alone = { ...problem, schools: problem.schools.filter((one) => one.urn === urn) };
  return coverageOf(modelOf(alone)).placings.length === 1;
};

it('every school left out says why, and taking it at its word lets it in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(10, 60),
      (seed, perHalfTerm, wanted) => {
        const hub = inventedHub({ seed, schools: 60, perHalfTerm, wanted, visitorsARegion: 1 });
        const odd = (school: PlanSchool, i: number): PlanSchool => {
          if (i % 9 === 0) return { ...school, regionId: 'r3' };
          if (i % 9 === 1)
            return { ...school, snoozed: { until: '2025-08-31', by: 'Ada', why: 'works' } };
          if (i % 9 === 2) return { ...school, closesOn: '2024-09-10' };
          if (i % 9 === 3) return { ...school, notOnWeekdays: [1, 2, 3, 4, 5] };
          return school;
        };
        const regions = [...hub.regions, { id: 'r3', name: 'Nowhere', wanted: 0 }];
        const problem = { ...hub, regions, schools: hub.schools.map(odd) };
        const plan = propose(problem);
        const leftOut = leftOutOf(problem, plan);
        const placed = new Set(plan.map(({ urn }) => urn));
        const need = problem.schools.filter(({ urn, band }) => band < 3 && !placed.has(urn));
        expect(leftOut.map(({ urn }) => urn).sort()).toEqual(need.map(({ urn }) => urn).sort());
        for (const one of leftOut) {
          expect(one.key).not.toBe('room');
          if (one.days) {
            const sum = Object.values(one.days).reduce((all, count) => all + count, 0);
            expect(sum).toBe(problem.schoolDays.length);
          }
          if (one.key !== 'no_day' || one.cause !== null) {
            expect([one, canBePlaced(tookAtItsWord(problem, one), one.urn)]).toEqual([one, true]);
          }
        }
      },
    ),
    { numRuns: 6 },
  );
});

const overdue = (urn: number, given: Partial<PlanSchool> = {}) => inventedSchool({ urn, ...given });

function reasonOf(urn: number, given: Partial<PlanProblem>) {
  const problem = inventedProblem(given);
  return leftOutOf(problem, propose(problem)).find((one) => one.urn === urn);
}

it('says that nobody visits a region', () => {
  const given = { schools: [overdue(1)], visitors: [inventedVisitor({ id: 'v1', regionIds: [] })] };
  expect(reasonOf(1, given)).toMatchObject({
    key: 'no_visitor',
    sentence: 'Nobody visits Region r1.',
    letsIn: 'Give somebody the region.',
  });
});

it('says who snoozed it, why and until when', () => {
  const snoozed = { until: '2025-07-31', by: 'Imogen Farrant', why: 'building work' };
  expect(reasonOf(1, { schools: [overdue(1, { snoozed })] })).toMatchObject({
    key: 'snoozed',
    sentence: 'Snoozed until 31 Jul 2025 by Imogen Farrant: building work.',
  });
});

it('counts every school day under the first rule that forbids it', () => {
  const school = overdue(1, { phase: 'Secondary', notOnWeekdays: [1, 2, 3, 4] });
  const visitors = [inventedVisitor({ id: 'v1', weekdays: [1, 2] })];
  const reason = reasonOf(1, { schools: [school], visitors })!;
  expect(reason).toMatchObject({ key: 'no_day', cause: 'weekday' });
  expect(reason.letsIn).toBe('Most days fall to: the weekdays on which the school never can.');
  expect(reason.sentence).toBe(
    'Of 196 school days, 10 are past or within the notice, 121 are weekdays on which it never can, 30 nobody of its team visits, 30 are exam season, 5 are last week of the school year.',
  );
});

it('says which places went to whom, and how many more it would take', () => {
  const schools = [1, 2, 3, 4].map((urn) => overdue(urn, { score: 90 - 10 * urn }));
  const visitors = [
    inventedVisitor({ id: 'v1', perHalfTerm: 2, away: [{ from: '2024-11-04', to: '2025-07-23' }] }),
  ];
  expect(reasonOf(4, { schools, visitors })).toMatchObject({
    key: 'no_place',
    sentence:
      'Rank 4. The 2 places of Region r1 go to schools ranked before it; the last one in is School 2 (rank 2). It is the 2nd of those left out in Region r1.',
    letsIn: 'About 2 more visits of Region r1.',
  });
});

it('says which target would take it in', () => {
  const schools = [1, 2, 3].map((urn) => overdue(urn, { score: 90 - 10 * urn }));
  expect(reasonOf(3, { schools, wanted: 1 })).toMatchObject({
    key: 'wanted',
    sentence: '1 visit is planned; it is the 2nd after them.',
    letsIn: 'A target of 3.',
  });
});

it.each([
  [1, '1st'],
  [2, '2nd'],
  [13, '13th'],
  [23, '23rd'],
  [111, '111th'],
])('the %i is the %s', (count, word) => expect(ordinal(count)).toBe(word));

it('each line says which, when, with whom, which day and who', () => {
  const problem = inventedHub({ seed: 3, schools: 60, booked: 3, wanted: 40 });
  const plan = propose(problem);
  for (const line of plan) {
    const why = whyOf(problem, plan, line);
    expect(why.map(({ key }) => key)).toEqual([...WHY_KEYS]);
    for (const { sentence } of why) expect(sentence).toMatch(/^\S.*\.$/);
  }
  expect(whyOf(problem, plan, { ...plan[0]!, urn: 5 })).toEqual([]);
});

it('names the other school of the day, how far it is and what that saves', () => {
  const at = (x: number) => ({ easting: 520_000 + x * 1000, northing: 232_000 });
  const schools = [overdue(1, at(0)), overdue(2, { ...at(1), prefersWeekdays: [2] })];
  const problem = inventedProblem({ schools });
  const plan = [1, 2].map((urn) => ({ urn, date: '2024-10-08', visitorId: 'v1' }));
  const sentences = plan.map((line) => whyOf(problem, plan, line).map(({ sentence }) => sentence));
  expect(sentences[0]).toEqual([
    'Not visited in three years: last visit 14 Mar 2021. Rank 1 of 2.',
    'In time: due in this half term or later.',
    'On one day with School 2, 1.3 km away: saves 51 km.',
    'The week had room.',
    'Visitor v1 alone visits Region r1.',
  ]);
  expect(sentences[1]![3]).toBe('They asked for Tuesdays.');
  const [first] = plan;
  const alone = whyOf(problem, [first!], first!)[2]!.sentence;
  expect(alone).toBe('Alone: no school of its team within 10 km is visited that half term.');
});

it('says what stood in the way of a half term sooner', () => {
  const schools = [1, 2, 3, 4].map((urn) => overdue(urn, { score: 90 - 10 * urn }));
  const problem = inventedProblem({ schools });
  const plan = ['2024-09-17', '2024-09-17', '2024-09-24', '2024-11-05'].map((date, i) => ({
    ...{ urn: i + 1, date, visitorId: 'v1' },
  }));
  expect(whyOf(problem, plan, plan[3]!)[1]!.sentence).toBe(
    'One half term late: every place of its team before is taken by schools ranked before it (3).',
  );
});
