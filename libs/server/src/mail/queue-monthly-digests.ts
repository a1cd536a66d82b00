import { addDays, addMonths, type Day, monthInWords, monthLines, writeOut } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { mayBeUsedSql } from '../auth';
import type { Env } from '../env';
import { getHubSettings } from '../settings';
import { firstOf, readMonthFigures } from './month-figures';
import { queueStaffMail } from './queue-staff-mail';
import { wordingOf } from './queue-visit-mail';

/**
 * Writes last month's figures to whoever was chosen, once a month: whoever comes second finds the
 * month taken, and two at one time take turns over its row. A first of the month on which nobody was
 * there is made up for on a later day of it.
 *
 * @returns how many mails; null when the month was done before
 */
export async function queueMonthlyDigests(
  dataSource: DataSource,
  today: Day,
  env: Pick<Env, 'nodeEnv'>,
): Promise<number | null> {
  const month = firstOf(today);
  // Asked for each minute, and done before nearly always.
  const [done]: unknown[] = await dataSource.query(
    'SELECT month FROM monthly_digests WHERE month = $1',
    [month],
  );
  if (done) return null;
  return dataSource.transaction(async (manager) => {
    const [taken]: unknown[] = await manager.query(
      `INSERT INTO monthly_digests (month, mails) VALUES ($1, 0)
       ON CONFLICT (month) DO NOTHING RETURNING month`,
      [month],
    );
    if (!taken) return null;
    const { monthlyDigest, hubName: hub } = await getHubSettings(manager);
    if (!monthlyDigest.on) return 0;
    const figures = await readMonthFigures(manager, addDays(month, -1));
    const wording = await wordingOf(manager, 'monthly_digest');
    const people: { id: string; name: string }[] = await manager.query(
      `SELECT id, name FROM users WHERE ${mayBeUsedSql('users', env)} AND id = ANY ($1::uuid[])
       ORDER BY name, id`,
      [monthlyDigest.userIds],
    );
    for (const { id, name } of people) {
      const values = {
        name,
        hub,
        month: monthInWords(figures.lastDay),
        figures: monthLines(figures),
      };
      await queueStaffMail(manager, {
        userId: id,
        kind: 'monthly_digest',
        dedupeKey: `monthly:${id}:${month}`,
        ...writeOut(wording, values),
        usefulUntil: addDays(addMonths(month, 1), -1),
      });
    }
    await manager.query('UPDATE monthly_digests SET mails = $2 WHERE month = $1', [
      ...[month, people.length],
    ]);
    return people.length;
  });
}
