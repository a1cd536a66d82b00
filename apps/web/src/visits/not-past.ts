import { today } from '../providers/today';

/**
 * Why no visit is planned for a day, in a sentence, when it has passed. The tracker itself takes such a
 * day, for visits that are put on record afterwards.
 */
export function notPast(day: string): string | undefined {
  if (day >= today()) return undefined;
  return 'This day has passed. A visit that has taken place is logged, not scheduled.';
}
