import type { DataSource } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { pruneReports } from './report-files';
import { type ReportOptions, runReport } from './run-report';

const WAITING = statement(
  'reports.waiting',
  (seen: readonly string[]) => sql<{ id: string }>`
  SELECT id FROM reports
  WHERE status IN ('queued', 'running') AND NOT id = ANY(${seen}::uuid[])
  ORDER BY created_at, id LIMIT 1`,
);

/**
 * Makes what waits in `reports`, oldest first, and `running` ones whose process died. The table is
 * the truth, so this is right to call after every nudge and every minute besides. Files that nobody
 * may download any more are taken away.
 *
 * @param options `dataDir` is TRACKER_DATA_DIR, where earlier versions kept the files
 * @returns how many were dealt with
 * @throws the first error that is not the report's, after the rest was done
 */
export async function sweepReports(
  dataSource: DataSource,
  { dataDir, ...options }: ReportOptions & { dataDir: string },
): Promise<number> {
  const seen: string[] = [];
  let made = 0;
  let fault: unknown;
  for (;;) {
    const next = await WAITING.row(dataSource, seen);
    if (!next) break;
    seen.push(next.id);
    try {
      if (await runReport(dataSource, next.id, options)) made += 1;
    } catch (error) {
      fault ??= error;
    }
  }
  await pruneReports(dataSource, dataDir);
  if (fault !== undefined) throw fault;
  return made;
}
