import { addDays, type Day, daysBetween } from '../day';

/** So many days before its visit a school is reminded of it. */
export const REMIND_BEFORE = 7;
/** Where nobody was there to send it, it is made up for until so many days before. */
export const REMIND_UNTIL = 4;

/** The days whose visits are to be remembered today. */
export const daysToRemind = (today: Day): { from: Day; to: Day } => ({
  from: addDays(today, REMIND_UNTIL),
  to: addDays(today, REMIND_BEFORE),
});

/**
 * Whether a school is reminded of a confirmed visit: once its week has begun, and not where the confirmation
 * itself went out in that week or on the day before it began.
 *
 * @param confirmedOn the day on which it was confirmed last
 */
export function isReminderDue(
  { scheduledOn, confirmedOn }: { scheduledOn: Day; confirmedOn: Day },
  today: Day,
): boolean {
  const { from, to } = daysToRemind(today);
  if (scheduledOn < from || scheduledOn > to) return false;
  return daysBetween(confirmedOn, scheduledOn) > REMIND_BEFORE;
}
