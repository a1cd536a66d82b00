import type { Day } from '@tracker/domain';
import { type DataSource, IsNull } from 'typeorm';
import { PriorityRefreshEntity, sql, statement } from '@tracker/data';
import { refreshPriorityScores, type RefreshResult } from './refresh-priority-scores';

/** One that took its worker down so often is not begun again; what is stale stays marked. */
const MOST_ATTEMPTS = 3;

const BEGIN = statement(
  'scoring.begin-refresh',
  (id: string) => sql<{ attempts: number }>`
  UPDATE priority_refreshes SET status = 'running', started_at = now(), attempts = attempts + 1
  WHERE id = ${id} AND finished_at IS NULL RETURNING attempts`,
);

// What was ranked is said of one that was stopped, too.
const REACHED = statement(
  'scoring.refresh-reached',
  (id: string, { schools, changed }: RefreshResult) => sql<{ status: string }>`
  UPDATE priority_refreshes SET schools = ${schools}, changed = ${changed}
  WHERE id = ${id} AND status <> 'done' RETURNING status`,
);

const UNFINISHED = statement(
  'scoring.unfinished-refreshes',
  () => sql<{ id: string }>`
  SELECT id FROM priority_refreshes
  WHERE finished_at IS NULL
    AND (status <> 'running' OR started_at < now() - interval '2 minutes')
  ORDER BY created_at LIMIT 20`,
);

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
  const attempt = (await BEGIN.row(dataSource, refreshId))?.attempts;
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
      const refresh = await REACHED.row(dataSource, refreshId, sofar);
      if (refresh?.status !== 'running') throw new RefreshOver();
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
  return (await UNFINISHED.rows(dataSource)).map(({ id }) => id);
}
