import {
  addDays,
  countOfDigest,
  type Day,
  type DigestItems,
  digestValues,
  writeOut,
} from '@tracker/domain';
import type { DataSource } from 'typeorm';
import {
  mayBeUsedSql,
  agreedVisit,
  openAction,
  unloggedVisit,
  getHubSettings,
  shared,
  sql,
  statement,
  VISIT_WITHIN_DAY,
} from '@tracker/data';
import type { Env } from '@tracker/process';
import { queueStaffMail } from './queue-staff-mail';
import { wordingOf } from './queue-visit-mail';

const TAKE_DAY = statement(
  'mail.take-digest-day',
  (today: Day) => sql<{ day: Day }>`
  INSERT INTO daily_digests (day, mails) VALUES (${today}, 0) ON CONFLICT (day) DO NOTHING
  RETURNING day`,
);

const COUNT_MAILS = statement(
  'mail.count-digests',
  (today: Day, mails: number) => sql`
  UPDATE daily_digests SET mails = ${mails} WHERE day = ${today}`,
);

/**
 * What each user who may sign in and wants it is reminded of: visits tomorrow, visits whose day has passed
 * unlogged, actions due or overdue. One statement for all of them; nothing, no row.
 */
const ITEMS = statement(
  'mail.digest-items',
  (day: Day, env: Pick<Env, 'nodeEnv'>) => {
    const today = shared(day);
    return sql<DigestItems & { id: string; name: string }>`
  SELECT u.id, u.name,
    coalesce((SELECT json_agg(json_build_object('schoolName', s.name, 'startTime', v.start_time,
        'confirmed', v.status = 'confirmed') ORDER BY ${VISIT_WITHIN_DAY})
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE v.visitor_id = u.id AND ${agreedVisit()}
        AND v.scheduled_on = ${addDays(day, 1)}::date), '[]') AS "visitsTomorrow",
    coalesce((SELECT json_agg(json_build_object('schoolName', s.name, 'day', v.scheduled_on)
        ORDER BY v.scheduled_on, ${VISIT_WITHIN_DAY})
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE v.visitor_id = u.id AND ${unloggedVisit(today)}), '[]') AS unlogged,
    coalesce((SELECT json_agg(json_build_object('title', a.title, 'schoolName', s.name,
        'dueOn', a.due_on) ORDER BY a.due_on, s.name, a.id)
      FROM follow_up_actions a JOIN schools s ON s.id = a.school_id
      WHERE a.owner_id = u.id AND ${openAction()}
        AND a.due_on <= ${today}::date), '[]') AS "actionsDue"
  FROM users u WHERE ${mayBeUsedSql('u', env)} AND u.daily_digest ORDER BY u.id`;
  },
  ['2024-11-20', { nodeEnv: 'production' }],
);

/**
 * Writes the morning's digests, once a day: whoever comes second finds the day taken, and two at one
 * time take turns over its row.
 *
 * @returns how many mails; null when the day was done before
 */
export async function queueDigests(
  dataSource: DataSource,
  today: Day,
  env: Pick<Env, 'nodeEnv'>,
): Promise<number | null> {
  return dataSource.transaction(async (manager) => {
    if (!(await TAKE_DAY.row(manager, today))) return null;
    const wording = await wordingOf(manager, 'daily_digest');
    const { hubName: hub } = await getHubSettings(manager);
    const rows = await ITEMS.rows(manager, today, env);
    let mails = 0;
    for (const { id, name, ...items } of rows) {
      if (countOfDigest(items) === 0) continue;
      await queueStaffMail(manager, {
        userId: id,
        kind: 'daily_digest',
        dedupeKey: `digest:${id}:${today}`,
        ...writeOut(wording, digestValues(items, { name, hub, today })),
        usefulUntil: today,
      });
      mails += 1;
    }
    await COUNT_MAILS.run(manager, today, mails);
    return mails;
  });
}
