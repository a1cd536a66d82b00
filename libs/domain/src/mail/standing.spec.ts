import type { Invitation } from './invitation';
import type { MailStatus, SchoolMailKind } from './kinds';
import { inviteStep, type MailOfVisit, pendingInvitation, standingOf } from './standing';

const event = (day: string): Invitation => ({
  ...{ method: 'REQUEST', uid: 'visit', sequence: 0, summary: 'Visit', location: 'Alder' },
  ...{ day, startTime: null, minutes: 60, visitor: null },
});

/** Mails about one visit, written `kind status day`. */
const mails = (...written: string[]): MailOfVisit[] =>
  written.map((words, sequence) => {
    const [kind, status, day = '2024-12-03'] = words.split(' ') as [string, MailStatus, string?];
    return {
      ...{ kind: `visit_${kind}` as SchoolMailKind, status, sequence, schoolId: 'alder' },
      event: event(day),
    };
  });

describe('what a school knows of its visit', () => {
  it.each([
    ['nothing', [], null, 0, -1],
    ['of one confirmed', ['confirmed sent'], 0, 0, 0],
    ['perhaps of one confirmed', ['confirmed uncertain'], 0, 0, 0],
    ['nothing by an email that failed', ['confirmed failed'], null, 0, 0],
    ['nothing yet', ['confirmed waiting'], null, 1, 0],
    ['the day before a move still waits', ['confirmed sent', 'moved waiting'], 0, 1, 1],
    ['that it is off', ['confirmed sent', 'cancelled sent'], null, 0, 1],
    ['not yet that it is off', ['confirmed sent', 'cancelled waiting'], 0, 1, 1],
  ] as const)('%s', (_, written, told, pending, lastSequence) => {
    const standing = standingOf(mails(...written));
    expect(standing.told?.sequence ?? null).toBe(told);
    expect(standing.pending).toHaveLength(pending);
    expect(standing.lastSequence).toBe(lastSequence);
  });

  it('is about to be an invitation of its own, not a cancellation nor another school’s', () => {
    const standing = standingOf(mails('confirmed waiting', 'cancelled waiting'));
    expect(pendingInvitation(standing, 'alder')?.sequence).toBe(0);
    expect(pendingInvitation(standing, 'birch')).toBeNull();
  });
});

describe('an invitation', () => {
  it.each([
    ['is written first', [], 'confirmed', 'write'],
    ['waits already', ['confirmed waiting'], 'confirmed', 'keep'],
    ['was said already', ['confirmed sent'], 'confirmed', 'take_back'],
    ['is confirmed after a move said the day', ['moved sent'], 'confirmed', 'write'],
    ['is said by a move that waits', ['moved waiting'], 'confirmed', 'keep'],
    ['takes the place of another day', ['confirmed sent 2024-12-04'], 'moved', 'write'],
    [
      'is back where it was before the move was told',
      ['confirmed sent', 'moved waiting 2024-12-04'],
      ...(['moved', 'take_back'] as const),
    ],
    [
      'is back after the move was told',
      ['confirmed sent', 'moved sent 2024-12-04'],
      ...(['moved', 'write'] as const),
    ],
  ] as const)('%s', (_, written, kind, step) => {
    const now = event('2024-12-03');
    const asked = { kind: `visit_${kind}` as const, now, schoolId: 'alder' };
    expect(inviteStep(standingOf(mails(...written)), asked)).toBe(step);
  });
});
