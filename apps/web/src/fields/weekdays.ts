import { listInWords, WEEKDAYS_IN_FULL } from '@tracker/domain';

const SCHOOL_WEEK = [1, 2, 3, 4, 5];

/** Weekdays by their numbers, 1 Monday: `Tuesdays and Thursdays`; `null` for none. */
export function weekdaysInWords(weekdays: readonly number[]): string | null {
  if (weekdays.length === 0) return null;
  if (SCHOOL_WEEK.every((day) => weekdays.includes(day))) return 'Every weekday';
  const inOrder = [...weekdays].sort((a, b) => a - b);
  return listInWords(inOrder.map((day) => `${WEEKDAYS_IN_FULL[day - 1]}s`));
}

/** Of a school week, for the ticks of a form. */
export const WEEKDAY_CHOICES = SCHOOL_WEEK.map((id) => ({
  id,
  name: WEEKDAYS_IN_FULL[id - 1] ?? '',
}));
