import { VISIT_STATUSES } from './visit-state';
import { isVoidable, takingBackProblem } from './visit-taking-back';

it('makes void what somebody said came of a visit, and nothing else', () => {
  expect(VISIT_STATUSES.filter(isVoidable)).toEqual(['completed', 'cancelled', 'not_held']);
});

it.each([
  ['completed', 'void', null],
  ['cancelled', 'to_school', null],
  ['not_held', 'void', null],
  ['void', 'unvoid', null],
  ['completed', 'unvoid', 'This visit is not void.'],
  ['void', 'void', 'This visit is void already.'],
  ['void', 'to_school', 'This visit is void. Bring it back before you put it at another school.'],
  ['confirmed', 'void', 'This visit is still confirmed. Cancel it instead.'],
  [
    'proposed',
    'to_school',
    'This visit is still proposed. Cancel it and plan one at the right school instead.',
  ],
] as const)('of a %s visit, %s: %s', (status, how, problem) => {
  expect(takingBackProblem(status, how)).toBe(problem);
});
