import type { DataSource } from 'typeorm';
import { raw, sql, statement, type Statement } from '@tracker/data';

/**
 * For so many days what is over is kept, so that a question about last week can be answered and a
 * phone that was offline for weeks may still send what it sent before without doing it twice.
 */
const LEFTOVER_DAYS = 30;

/** @param overAt when a row was over */
const longOver = (table: string, overAt: string) => () => sql`
  DELETE FROM ${raw(table)} WHERE ${raw(overAt)} < now() - make_interval(days => ${LEFTOVER_DAYS})`;

const OVER: Record<string, Statement<unknown, []>> = {
  sessions: statement(
    'cleanup.sessions',
    longOver('sessions', 'least(expires_at, coalesce(revoked_at, expires_at))'),
  ),
  account_links: statement(
    'cleanup.account-links',
    longOver('account_links', 'least(expires_at, coalesce(used_at, expires_at))'),
  ),
  idempotency_keys: statement(
    'cleanup.idempotency-keys',
    longOver('idempotency_keys', 'created_at'),
  ),
  priority_refreshes: statement(
    'cleanup.priority-refreshes',
    longOver('priority_refreshes', 'finished_at'),
  ),
  // Not heard of for two months more than that: the device is lost, or was cleared.
  device_reports: statement(
    'cleanup.device-reports',
    longOver('device_reports', "heard_at + interval '60 days'"),
  ),
  // Their files have gone long before; see `pruneReports`.
  reports: statement('cleanup.reports', longOver('reports', 'coalesce(expires_at, finished_at)')),
};

/**
 * Takes away what nobody needs any more: ended sessions, links that are used or void, remembered
 * answers, records of rankings and of reports. (Counters of the throttle expire in Redis by themselves.)
 *
 * @returns rows taken away, by table
 */
export async function removeLeftovers(dataSource: DataSource): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const [table, leftovers] of Object.entries(OVER)) {
    removed[table] = await leftovers.run(dataSource);
  }
  return removed;
}
