import { addDays, dayParts, weekday, type Day } from '../day';

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: 3 | 10): Day {
  const last = `${year}-${month === 3 ? '03' : '10'}-31`;
  return addDays(last, -(weekday(last) % 7));
}

/**
 * The day it is in London at an instant, given as day and minute of UTC. Programs write a bare day
 * of summer as 23:00 of the day before.
 *
 * @param minute minutes after midnight; below 0 or above 1,439 is the day before or after
 */
export function londonDay(day: Day, minute: number): Day {
  const shifted = addDays(day, Math.floor(minute / 1440));
  const within = ((minute % 1440) + 1440) % 1440;
  const { year } = dayParts(shifted);
  const now = `${shifted} ${String(within).padStart(4, '0')}`;
  // Summer time begins and ends at 1 in the morning of UTC.
  const summer = now >= `${lastSunday(year, 3)} 0060` && now < `${lastSunday(year, 10)} 0060`;
  return summer && within >= 1380 ? addDays(shifted, 1) : shifted;
}
