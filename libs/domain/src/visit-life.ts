import { formatDay, isDay, type Day } from './day';
import type { VisitStatus } from './visit-state';

export type VisitCommand = 'schedule' | 'confirm' | 'cancel' | 'not_held' | 'complete';
export const VISIT_COMMANDS: readonly VisitCommand[] = [
  'schedule',
  'confirm',
  'cancel',
  'not_held',
  'complete',
];

/**
 * Every status of a visit, what may be done to it and what it becomes; what is not here is
 * forbidden. A confirmed visit that is moved must be confirmed again, so it goes back to scheduled.
 * A proposed visit may be completed: people visit first and write it down later.
 */
const TRANSITIONS: Record<VisitStatus, Partial<Record<VisitCommand, VisitStatus>>> = {
  proposed: { schedule: 'scheduled', cancel: 'cancelled', complete: 'completed' },
  scheduled: {
    schedule: 'scheduled',
    confirm: 'confirmed',
    cancel: 'cancelled',
    not_held: 'not_held',
    complete: 'completed',
  },
  confirmed: {
    schedule: 'scheduled',
    cancel: 'cancelled',
    not_held: 'not_held',
    complete: 'completed',
  },
  completed: {},
  cancelled: {},
  not_held: {},
  void: {},
};

/** The status after a command, null when the present one forbids it. */
export function nextVisitStatus(status: VisitStatus, command: VisitCommand): VisitStatus | null {
  return TRANSITIONS[status][command] ?? null;
}

export function allowedVisitCommands(status: VisitStatus): VisitCommand[] {
  return VISIT_COMMANDS.filter((command) => nextVisitStatus(status, command) !== null);
}

const SUBJECTS: Record<VisitStatus, string> = {
  proposed: 'A proposed visit',
  scheduled: 'A scheduled visit',
  confirmed: 'A confirmed visit',
  completed: 'A completed visit',
  cancelled: 'A cancelled visit',
  not_held: 'A visit that was not held',
  void: 'A void visit',
};

const DONE: Record<VisitCommand, { becomes: VisitStatus; words: string }> = {
  schedule: { becomes: 'scheduled', words: 'scheduled' },
  confirm: { becomes: 'confirmed', words: 'confirmed' },
  cancel: { becomes: 'cancelled', words: 'cancelled' },
  not_held: { becomes: 'not_held', words: 'marked as not held' },
  complete: { becomes: 'completed', words: 'completed' },
};

/** Why a command was refused: `A cancelled visit cannot be completed.` */
export function forbiddenTransitionSentence(status: VisitStatus, command: VisitCommand): string {
  const { becomes, words } = DONE[command];
  return `${SUBJECTS[status]} cannot be ${words}${becomes === status ? ' again' : ''}.`;
}

/** What is wrong with the day a visit is said to have taken place, null when nothing is. */
export function checkVisitedOn(visitedOn: Day, today: Day): string | null {
  if (!isDay(visitedOn)) return 'The day of the visit must be a real date, such as 3 Dec 2024.';
  if (visitedOn <= today) return null;
  return `A visit cannot be logged before it takes place: ${formatDay(visitedOn)} is in the future.`;
}
