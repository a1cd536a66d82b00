import { addDays, type Day } from '@tracker/domain';
import { getHubSettings, sql, statement } from '@tracker/data';
import { UnreadableFileError } from '@tracker/files';
import type { DataSource } from 'typeorm';
import type { Network } from '../fetching';
import { fetchCalendar } from './fetch-calendar';
import { readBusyDaysOutside } from './read-outside';

/** From today on. */
const DAYS_AHEAD = 400;

/** One that was not begun in the last hour, of somebody who may sign in; whoever claims it reads it. */
const CLAIM = statement(
  'busy-calendars.claim',
  () => sql<{ userId: string; address: string }>`
  UPDATE busy_calendars SET asked_at = now()
  WHERE user_id = (
    SELECT c.user_id FROM busy_calendars c JOIN users u ON u.id = c.user_id AND u.active
    WHERE c.asked_at IS NULL OR c.asked_at < now() - interval '1 hour'
    ORDER BY c.asked_at NULLS FIRST, c.user_id LIMIT 1 FOR UPDATE OF c SKIP LOCKED)
  RETURNING user_id AS "userId", address`,
);

/** Not where the address was changed meanwhile. */
const IS_READ = statement(
  'busy-calendars.is-read',
  (userId: string, address: string) => sql<{ userId: string }>`
  UPDATE busy_calendars SET read_at = now(), problem = NULL
  WHERE user_id = ${userId} AND address = ${address} RETURNING user_id AS "userId"`,
);

const FORGET_DAYS = statement(
  'busy-calendars.forget-days',
  (userId: string) => sql`DELETE FROM busy_days WHERE user_id = ${userId}`,
);

const KEEP_DAYS = statement(
  'busy-calendars.keep-days',
  (userId: string, days: readonly Day[]) => sql`
  INSERT INTO busy_days (user_id, day) SELECT ${userId}, unnest(${days}::date[])`,
);

const IS_UNREADABLE = statement(
  'busy-calendars.is-unreadable',
  (userId: string, address: string, problem: string) => sql`
  UPDATE busy_calendars SET problem = ${problem}
  WHERE user_id = ${userId} AND address = ${address}`,
);

interface Sweep {
  today: Day;
  /** What calendars are fetched through; left out, the internet. */
  network?: Network;
}

/**
 * Reads the calendars that were not read in the last hour, one after the other. Of one that cannot be read
 * the days stay that were known, and why is kept.
 *
 * @returns how many were begun
 */
export async function sweepBusyCalendars(
  dataSource: DataSource,
  { today, network }: Sweep,
): Promise<number> {
  const { calendarHosts } = await getHubSettings(dataSource.manager);
  for (let begun = 0; ; begun += 1) {
    const claimed = await CLAIM.row(dataSource);
    if (!claimed) return begun;
    const { userId, address } = claimed;
    try {
      const content = await fetchCalendar(address, calendarHosts, network && { network });
      const within = { from: today, to: addDays(today, DAYS_AHEAD) };
      const days = await readBusyDaysOutside(content, within);
      await dataSource.transaction(async (manager) => {
        if (!(await IS_READ.row(manager, userId, address))) return;
        await FORGET_DAYS.run(manager, userId);
        await KEEP_DAYS.run(manager, userId, days);
      });
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      await IS_UNREADABLE.run(dataSource, userId, address, error.message);
    }
  }
}
