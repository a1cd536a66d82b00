import { addYears, cancelShareOf, type Day } from '@tracker/domain';
import { type Runner, sql, statement } from '../sql';

const YEARS_TO_GO_BY = 2;

/** Visits that had a day which has passed: those that were held or fell through. */
const BOOKINGS_PASSED = statement(
  'figures.bookings-passed',
  (from: Day, today: Day) => sql<{ bookings: number; fellThrough: number }>`
  SELECT count(*)::int AS bookings,
    count(*) FILTER (WHERE status <> 'completed')::int AS "fellThrough"
  FROM visits WHERE scheduled_on >= ${from} AND scheduled_on < ${today}
    AND status IN ('completed', 'cancelled', 'not_held')`,
);

/** The share of bookings that falls through: the hub's own of two years, where it has enough of them. */
export async function getCancelShare(runner: Runner, today: Day): Promise<number> {
  const passed = await BOOKINGS_PASSED.one(runner, addYears(today, -YEARS_TO_GO_BY), today);
  return cancelShareOf(passed.bookings, passed.fellThrough);
}
