import {
  addDays,
  addMonths,
  type Day,
  firstOfMonth,
  monthInWords,
  monthLines,
  writeOut,
} from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { mayBeUsedSql, getHubSettings, sql, statement } from '@tracker/data';
import type { Env } from '@tracker/process';
import { readMonthFigures } from './month-figures';
import { queueStaffMail } from './queue-staff-mail';
import { wordingOf } from './queue-visit-mail';

const MONTH_DONE = statement(
  'mail.monthly-digest-done',
  (month: Day) => sql<{ month: Day }>`SELECT month FROM monthly_digests WHERE month = ${month}`,
);

const TAKE_MONTH = statement(
  'mail.take-monthly-digest',
  (month: Day) => sql<{ month: Day }>`
  INSERT INTO monthly_digests (month, mails) VALUES (${month}, 0)
  ON CONFLICT (month) DO NOTHING RETURNING month`,
);

const COUNT_MAILS = statement(
  'mail.count-monthly-digests',
  (month: Day, mails: number) => sql`
  UPDATE monthly_digests SET mails = ${mails} WHERE month = ${month}`,
);

const PEOPLE = statement(
  'mail.people-of-monthly-digest',
  (userIds: readonly string[], env: Pick<Env, 'nodeEnv'>) => sql<{ id: string; name: string }>`
  SELECT id, name FROM users WHERE ${mayBeUsedSql('users', env)} AND id = ANY (${userIds}::uuid[])
  ORDER BY name, id`,
);

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
  const month = firstOfMonth(today);
  // Asked for each minute, and done before nearly always.
  if (await MONTH_DONE.row(dataSource, month)) return null;
  // One view of the rows for all statements; taking the month must see what others did meanwhile.
  const figures = await dataSource.transaction('REPEATABLE READ', (manager) =>
    readMonthFigures(manager, addDays(month, -1), today),
  );
  return dataSource.transaction(async (manager) => {
    if (!(await TAKE_MONTH.row(manager, month))) return null;
    const { monthlyDigest, hubName: hub } = await getHubSettings(manager);
    if (!monthlyDigest.on) return 0;
    const wording = await wordingOf(manager, 'monthly_digest');
    const people = await PEOPLE.rows(manager, monthlyDigest.userIds, env);
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
    await COUNT_MAILS.run(manager, month, people.length);
    return people.length;
  });
}
