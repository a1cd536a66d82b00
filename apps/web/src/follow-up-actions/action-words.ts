import { actionDue, type ActionDue, formatDay } from '@tracker/domain';
import type { ActionStatus, FollowUpAction } from '@tracker/contract';
import type { ToneName } from '../layout/palette';
import { today } from '../providers/today';

export const ACTION_DUE_WORDS: Record<ActionDue, string> = {
  overdue: 'Overdue',
  this_week: 'Due this week',
  later: 'Due later',
  no_date: 'No due date',
};

const DUE_TONES: Record<ActionDue, ToneName> = {
  overdue: 'late',
  this_week: 'soon',
  later: 'quiet',
  no_date: 'quiet',
};

export const STATUS_TONES: Record<ActionStatus, ToneName> = {
  open: 'quiet',
  in_progress: 'booked',
  done: 'fine',
  dropped: 'quiet',
};

/** How an open action stands to today: `Overdue`, `Due today`; null when it is done or dropped. */
export function dueInWords(action: FollowUpAction): { words: string; tone: ToneName } | null {
  const due = actionDue(action, today());
  if (due === null) return null;
  const words = action.dueOn === today() ? 'Due today' : ACTION_DUE_WORDS[due];
  return { words, tone: DUE_TONES[due] };
}

/** `Sam Reed · due Tue 3 Dec 2024`, or how it was closed. */
export function ownerAndDay({ ownerName, dueOn }: FollowUpAction): string {
  return `${ownerName ?? 'No owner'} · ${dueOn ? `due ${formatDay(dueOn)}` : 'no due date'}`;
}
