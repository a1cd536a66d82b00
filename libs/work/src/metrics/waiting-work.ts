import { sql, statement } from '@tracker/data';

interface WaitingWork {
  work: 'imports' | 'reports' | 'mails' | 'ranks';
  waiting: number;
  /** Null when nothing waits. */
  oldestSeconds: number | null;
}

/** What the worker finds in its tables, whatever Redis knows of it. A mail waits from when it is due. */
export const WAITING_WORK = statement(
  'metrics.waiting-work',
  () => sql<WaitingWork>`
  SELECT work, count(since)::int AS waiting,
    extract(epoch FROM now() - min(since))::float8 AS "oldestSeconds"
  FROM (VALUES ('imports'), ('reports'), ('mails'), ('ranks')) AS every (work)
  LEFT JOIN (
    SELECT 'imports' AS work, created_at AS since FROM imports
    WHERE status IN ('queued', 'running', 'undoing')
    UNION ALL
    SELECT 'reports', created_at FROM reports WHERE status IN ('queued', 'running')
    UNION ALL
    SELECT 'mails', next_attempt_at FROM mails
    WHERE status = 'waiting' AND next_attempt_at <= now() AND held_at IS NULL
    UNION ALL
    SELECT 'ranks', since FROM stale_scores) AS waits USING (work)
  GROUP BY work`,
);
