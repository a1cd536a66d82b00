import type { Day } from '@tracker/domain';
import { type DataSource, IsNull } from 'typeorm';
import { PriorityRefreshEntity } from '../database';
import { refreshPriorityScores, type RefreshResult } from './refresh-priority-scores';

/** One that took its worker down so often is not begun again; what is stale stays marked. */
const MOST_ATTEMPTS = 3;

const BEGIN = `
  UPDATE priority_refreshes SET status = 'running', started_at = now(), attempts = attempts + 1
  WHERE id = $1 AND finished_at IS NULL RETURNING attempts`;

/**
 * Ranks what is stale and keeps the record of the refresh that asked for it, which a second run of
 * the same refresh leaves as it is.
 *
 * @param refreshId the refresh asked for; without one the run leaves no record
 */
export async function runRefresh(
  dataSource: DataSource,
  today: Day,
  refreshId?: string,
): Promise<RefreshResult> {
  if (refreshId === undefined) return refreshPriorityScores(dataSource, today);
  const refreshes = dataSource.getRepository(PriorityRefreshEntity);
  const unfinished = { id: refreshId, finishedAt: IsNull() };
  const [begun]: [{ attempts: number }[], number] = await dataSource.query(BEGIN, [refreshId]);
  const attempt = begun[0]?.attempts;
  if (attempt !== undefined && attempt > MOST_ATTEMPTS) {
    await refreshes.update(unfinished, { status: 'failed', finishedAt: new Date() });
    return { schools: 0, changed: 0 };
  }
  try {
    const result = await refreshPriorityScores(dataSource, today, async (sofar) => {
      await refreshes.update(unfinished, { ...sofar });
    });
    await refreshes.update(unfinished, { ...result, status: 'done', finishedAt: new Date() });
    return result;
  } catch (error) {
    await refreshes.update(unfinished, { status: 'failed' });
    throw error;
  }
}

/** Refreshes that were asked for and not finished: their nudge was lost, or their worker. */
export async function findUnfinishedRefreshes(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `SELECT id FROM priority_refreshes
     WHERE finished_at IS NULL
       AND (status <> 'running' OR started_at < now() - interval '2 minutes')
     ORDER BY created_at LIMIT 20`,
  );
  return rows.map((row) => row.id);
}
