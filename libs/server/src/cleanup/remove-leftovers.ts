import type { DataSource } from 'typeorm';

/**
 * For so many days what is over is kept, so that a question about last week can be answered and a
 * phone that was offline for weeks may still send what it sent before without doing it twice.
 */
export const KEPT_DAYS = 30;

const OVER: Record<string, string> = {
  sessions: 'least(expires_at, coalesce(revoked_at, expires_at))',
  account_links: 'least(expires_at, coalesce(used_at, expires_at))',
  idempotency_keys: 'created_at',
  priority_refreshes: 'finished_at',
  // Not heard of for two months more than that: the device is lost, or was cleared.
  device_reports: "heard_at + interval '60 days'",
  // Their files have gone long before; see `pruneReports`.
  reports: 'coalesce(expires_at, finished_at)',
};

/**
 * Takes away what nobody needs any more: ended sessions, links that are used or void, remembered
 * answers, records of rankings and of reports. (Counters of the throttle expire in Redis by themselves.)
 *
 * @returns rows taken away, by table
 */
export async function removeLeftovers(dataSource: DataSource): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const [table, overAt] of Object.entries(OVER)) {
    const [, count]: [unknown[], number] = await dataSource.query(
      `DELETE FROM ${table} WHERE ${overAt} < now() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
    removed[table] = count;
  }
  return removed;
}
