import { addYears, cancelShareOf, type Day } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getHubSettings } from '../settings';
import { sql, statement } from '../sql';

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

/** P7: the share of bookings that falls through, as the Head has set it, else as two years show it, where they have enough. */
export async function getCancelShare(manager: EntityManager, today: Day): Promise<number> {
  const { planning } = await getHubSettings(manager);
  if (planning.cancelShare !== null) return planning.cancelShare;
  const passed = await BOOKINGS_PASSED.one(manager, addYears(today, -YEARS_TO_GO_BY), today);
  return cancelShareOf(passed.bookings, passed.fellThrough);
}
