import type { Day } from '@tracker/domain';
import { type DataSource, IsNull } from 'typeorm';
import { PriorityRefreshEntity } from '../database';
import { refreshPriorityScores, type RefreshResult } from './refresh-priority-scores';

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
  await refreshes.update(unfinished, { status: 'running', startedAt: new Date() });
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
