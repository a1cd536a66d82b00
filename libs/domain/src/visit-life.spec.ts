import {
  allowedVisitCommands,
  checkVisitedOn,
  forbiddenTransitionSentence,
  nextVisitStatus,
  VISIT_COMMANDS,
} from './visit-life';
import { VISIT_STATUSES } from './visit-state';

describe('life of a visit', () => {
  // Rows are statuses, columns schedule, confirm, cancel, not held, complete; null is forbidden.
  it.each([
    ['proposed', ['scheduled', null, 'cancelled', null, 'completed']],
    ['scheduled', ['scheduled', 'confirmed', 'cancelled', 'not_held', 'completed']],
    ['confirmed', ['scheduled', null, 'cancelled', 'not_held', 'completed']],
    ['completed', [null, null, null, null, null]],
    ['cancelled', [null, null, null, null, null]],
    ['not_held', [null, null, null, null, null]],
  ] as const)('when %s', (status, next) => {
    expect(VISIT_COMMANDS.map((command) => nextVisitStatus(status, command))).toEqual(next);
    expect(allowedVisitCommands(status)).toEqual(VISIT_COMMANDS.filter((_, i) => next[i] !== null));
  });

  it.each([
    ['cancelled', 'complete', 'A cancelled visit cannot be completed.'],
    ['completed', 'complete', 'A completed visit cannot be completed again.'],
    ['not_held', 'complete', 'A visit that was not held cannot be completed.'],
    ['proposed', 'confirm', 'A proposed visit cannot be confirmed.'],
    ['proposed', 'not_held', 'A proposed visit cannot be marked as not held.'],
    ['completed', 'cancel', 'A completed visit cannot be cancelled.'],
    ['cancelled', 'schedule', 'A cancelled visit cannot be scheduled.'],
  ] as const)('%s and then %s: %s', (status, command, sentence) => {
    expect(nextVisitStatus(status, command)).toBeNull();
    expect(forbiddenTransitionSentence(status, command)).toBe(sentence);
  });

  it('has a sentence for everything it forbids', () => {
    for (const status of VISIT_STATUSES) {
      for (const command of VISIT_COMMANDS) {
        if (nextVisitStatus(status, command) !== null) continue;
        expect(forbiddenTransitionSentence(status, command)).toMatch(/^A .+ cannot be [a-z ]+\.$/);
      }
    }
  });

  it('takes no visit from the future', () => {
    expect(checkVisitedOn('2024-11-20', '2024-11-20')).toBeNull();
    expect(checkVisitedOn('2021-01-04', '2024-11-20')).toBeNull();
    expect(checkVisitedOn('2024-11-21', '2024-11-20')).toBe(
      'A visit cannot be logged before it takes place: Thu 21 Nov 2024 is in the future.',
    );
    expect(checkVisitedOn('2024-02-31', '2024-11-20')).toBe(
      'The day of the visit must be a real date, such as 3 Dec 2024.',
    );
  });
});
