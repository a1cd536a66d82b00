import { dueHalfTerm, dueOnInLastYear, halfTermsLate, weightOf } from './lateness';
import type { PlanSchool } from './problem';
import { inventedProblem, inventedSchool } from './testing/invented-hub';

const problem = inventedProblem();
const school = (given: Partial<PlanSchool>) => inventedSchool({ urn: 1, ...given });
const late = (given: Partial<PlanSchool>, day: string | null) =>
  Math.round(halfTermsLate(problem, school(given), day) * weightOf(school(given)) * 10) / 10;

it('P3: counts half terms from the one in which a school falls due, weighed by need', () => {
  const due = { dueOn: '2024-10-20', score: 31.7 };
  expect(weightOf(due)).toBeCloseTo(1.634);
  expect(late(due, '2024-10-24')).toBe(0);
  expect(late(due, '2024-11-05')).toBe(1.6);
  // Left out, it is visited in the first half term of the next year.
  expect(halfTermsLate(problem, school(due), null)).toBe(6);
  expect(late(due, null)).toBe(9.8);
});

it('P3: due in a holiday is due in the half term before', () => {
  expect(halfTermsLate(problem, school({ dueOn: '2024-10-30' }), '2024-11-04')).toBe(1);
});

it('P3: what is past weighs the same whatever the plan', () => {
  expect(halfTermsLate(problem, school({ dueOn: '2023-05-01' }), '2024-10-01')).toBe(0);
  expect(halfTermsLate(problem, school({ dueOn: '2023-05-01' }), '2024-11-05')).toBe(1);
  expect(halfTermsLate(problem, school({ dueOn: null }), '2024-11-05')).toBe(1);
  const later = inventedProblem({ asOf: '2025-01-20' });
  expect(dueHalfTerm(later, { dueOn: null })).toBe(2);
});

it('P3: band 3 is never late', () => {
  expect(halfTermsLate(problem, school({ band: 3, dueOn: '2024-10-20' }), null)).toBe(0);
});

it('P8: in a cycle’s last year a school is due by the end of the spring term', () => {
  expect(dueOnInLastYear('2027-06-01', '2027-03-25')).toBe('2027-03-25');
  expect(dueOnInLastYear('2026-11-01', '2027-03-25')).toBe('2026-11-01');
  expect(dueOnInLastYear(null, '2027-03-25')).toBeNull();
});
