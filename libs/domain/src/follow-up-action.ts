import { addDays, sundayOf, type Day } from './day';

/** Something to do because of a visit is open until it is done or dropped. */
export const ACTION_STATUSES = ['open', 'in_progress', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const ACTION_PRIORITIES = ['low', 'normal', 'high'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

/** How an open action stands to today; `this_week` is today or later, until Sunday. */
export const ACTION_DUES = ['overdue', 'this_week', 'later', 'no_date'] as const;
export type ActionDue = (typeof ACTION_DUES)[number];

export const OPEN_ACTION_STATUSES: readonly ActionStatus[] = ['open', 'in_progress'];

export const isActionOpen = (status: ActionStatus): boolean =>
  OPEN_ACTION_STATUSES.includes(status);

/** How an action stands to a day; null when it is done or dropped, and due no more. */
export function actionDue(
  { status, dueOn }: { status: ActionStatus; dueOn: Day | null },
  today: Day,
): ActionDue | null {
  if (!isActionOpen(status)) return null;
  if (dueOn === null) return 'no_date';
  if (dueOn < today) return 'overdue';
  return dueOn <= sundayOf(today) ? 'this_week' : 'later';
}

/** First and last day on which an action stands so, both inside; an absent end is open. */
export function actionDueBounds(
  due: Exclude<ActionDue, 'no_date'>,
  today: Day,
): { from?: Day; to?: Day } {
  if (due === 'overdue') return { to: addDays(today, -1) };
  if (due === 'this_week') return { from: today, to: sundayOf(today) };
  return { from: addDays(sundayOf(today), 1) };
}

/** When and by whom an action was closed. */
export interface ActionClosing<Instant> {
  closedAt: Instant | null;
  closedById: string | null;
}

/**
 * What a change of an action's status makes of its closing: done or dropped keeps the first time and
 * name, another kind of end takes new ones, and an action that is open again has none.
 */
export function closingAfter<Instant>(
  before: { status: ActionStatus } & ActionClosing<Instant>,
  status: ActionStatus,
  by: { at: Instant; userId: string },
): ActionClosing<Instant> {
  if (isActionOpen(status)) return { closedAt: null, closedById: null };
  if (before.status === status) {
    return { closedAt: before.closedAt, closedById: before.closedById };
  }
  return { closedAt: by.at, closedById: by.userId };
}
