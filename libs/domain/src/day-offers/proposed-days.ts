import type { Fault } from '../capacity/fault';
import { addYears, type Day, formatDay, isDay } from '../day';

export const MOST_PROPOSED = 3;

/** What is wrong with days that a school proposes, by field. */
export function checkProposedDays(days: readonly Day[], words: string | null, today: Day): Fault[] {
  const latest = addYears(today, 1);
  const faults = days.flatMap((day, n) => {
    const field = `days.${n}`;
    if (!isDay(day)) return [{ field, message: 'Enter a date, such as 2026-11-18.' }];
    if (day > today && day <= latest) return [];
    return [{ field, message: `Give a day after today, up to ${formatDay(latest)}.` }];
  });
  if (days.length > MOST_PROPOSED) {
    faults.push({ field: 'days', message: `Propose at most ${MOST_PROPOSED} days.` });
  }
  if (new Set(days).size < days.length) {
    faults.push({ field: 'days', message: 'Propose each day once.' });
  }
  if (days.length === 0 && !words?.trim()) {
    faults.push({ field: 'days', message: 'Propose a day, or write what would suit you.' });
  }
  return faults;
}
