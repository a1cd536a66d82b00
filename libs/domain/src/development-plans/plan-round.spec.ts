import { isInPlanRound, placeInRound, ROUND_ORDER } from './plan-round';
import { PLAN_STATES } from './plan-state';

const TODAY = '2026-11-20';

it('has every school whose plan is neither current nor not expected', () => {
  const inRound = PLAN_STATES.filter(isInPlanRound);
  expect(inRound).toEqual(['to_renew', 'out_of_date', 'none_found', 'not_looked']);
  expect([...inRound].sort()).toEqual([...ROUND_ORDER].sort());
});

it.each([
  ['none_found', '2026-11-20', 0],
  ['none_found', '2026-12-04', 0],
  ['none_found', '2026-12-05', 4],
  ['none_found', '2026-11-19', 4],
  ['not_looked', null, 1],
  ['to_renew', null, 2],
  ['out_of_date', null, 3],
] as const)('puts %s with its next visit on %s at place %s', (state, nextVisitOn, place) => {
  expect(placeInRound(state, nextVisitOn, TODAY)).toBe(place);
});
