import type { Day } from '@tracker/domain';
import { type DataSource, IsNull } from 'typeorm';
import { PriorityRefreshEntity } from '../database';
import { refreshPriorityScores, type RefreshResult } from './refresh-priority-scores';

/** One that took its worker down so often is not begun again; what is stale stays marked. */
const MOST_ATTEMPTS = 3;

const BEGIN = `
  UPDATE priority_refreshes SET status = 'running', started_at = now(), attempts = attempts + 1
  WHERE id = $1 AND finished_at IS NULL RETURNING attempts`;

// What was ranked is said of one that was stopped, too.
const REACHED = `
  UPDATE priority_refreshes SET schools = $2, changed = $3
  WHERE id = $1 AND status <> 'done' RETURNING status`;

const GIVEN_UP =
  'The ranking was begun three times and broke off each time, so it was given up. ' +
  'The log of the server says more.';

class RefreshOver extends Error {}

/**
 * Ranks what is stale and keeps the record of the refresh that asked for it, which a second run of
 * the same refresh leaves as it is. One that is stopped ends with the schools it is at.
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
  let sum: RefreshResult = { schools: 0, changed: 0 };
  if (attempt === undefined) return refreshPriorityScores(dataSource, today);
  if (attempt > MOST_ATTEMPTS) {
    const finishedAt = new Date();
    await refreshes.update(unfinished, { status: 'failed', message: GIVEN_UP, finishedAt });
    return sum;
  }
  try {
    await refreshPriorityScores(dataSource, today, async (sofar) => {
      sum = sofar;
      const values = [refreshId, sofar.schools, sofar.changed];
      const [rows]: [{ status: string }[], number] = await dataSource.query(REACHED, values);
      if (rows[0]?.status !== 'running') throw new RefreshOver();
    });
    await refreshes.update(unfinished, { ...sum, status: 'done', finishedAt: new Date() });
    return sum;
  } catch (error) {
    if (error instanceof RefreshOver) return sum;
    // It waits to be tried again.
    await refreshes.update(unfinished, { status: 'queued' });
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
