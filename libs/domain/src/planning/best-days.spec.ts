import { bestDays, refill } from './best-days';
import { figuresOf } from './figures';
import { isWithin } from './problem';
import { brokenRules } from './rules';
import { proposePlan } from './search/propose';
import { inventedHub } from './testing/invented-hub';

const problem = inventedHub({ seed: 21, schools: 60, booked: 3, wanted: 30 });
const plan = proposePlan(problem, { seed: 1, stepsALine: 150 });

it('P10: offers up to ten days, each of which breaks no rule and costs what it says', () => {
  const line = plan[5]!;
  const others = plan.filter(({ urn }) => urn !== line.urn);
  const days = bestDays(problem, plan, line.urn);
  expect(days).toHaveLength(10);
  const kmNow = figuresOf(problem, plan).km;
  for (const { date, visitorId, kmMore, withUrns } of days) {
    const moved = [...others, { urn: line.urn, date, visitorId }];
    expect(brokenRules(problem, moved)).toEqual([]);
    expect(figuresOf(problem, moved).km - kmNow).toBeCloseTo(kmMore);
    expect(isWithin(problem.horizon, date)).toBe(true);
    const there = [...others, ...problem.booked].filter(
      (other) => other.date === date && other.visitorId === visitorId,
    );
    expect(there.map(({ urn }) => urn).sort()).toEqual([...withUrns].sort());
  }
  expect(bestDays(problem, plan, 5)).toEqual([]);
});

it('P10: offers up to five schools for a place that came free, those that need it and can', () => {
  const line = plan[0]!;
  const rest = plan.filter(({ urn }) => urn !== line.urn);
  const offers = refill(problem, rest, line);
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.length).toBeLessThanOrEqual(5);
  for (const { urn, km, plannedFor } of offers) {
    const school = problem.schools.find((one) => one.urn === urn)!;
    expect(school.band).toBeLessThan(3);
    expect(plannedFor === null || plannedFor > line.date).toBe(true);
    const without = rest.filter((one) => one.urn !== urn);
    const filled = [...without, { ...line, urn }];
    expect(brokenRules(problem, filled)).toEqual([]);
    expect(km).toBeGreaterThanOrEqual(-1e-9);
  }
  expect(refill(problem, rest, { ...line, visitorId: 'nobody' })).toEqual([]);
});
