import type { Day, ReportKind } from '@tracker/domain';
import { REPORT_KEPT_DAYS } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import {
  type Actor,
  fileIsWhole,
  writeAs,
  recordEvent,
  removeFile,
  ReportEntity,
  tryLock,
  inLongTransaction,
  isPassing,
  RowProgress,
  sql,
  statement,
} from '@tracker/data';
import { untilStopped, WorkStopped } from '../stopping/watch-for-stop';
import { makeBySchool } from './by-school';
import { storeReport } from './report-files';
import { fullFault, ReportProblem } from './report-problem';
import type { MakeReport } from './report-work';
import { makeStakeholderReport } from './stakeholder';
import { makeWorkbook } from './workbook';

const MAKERS: Record<ReportKind, MakeReport> = {
  stakeholder: makeStakeholderReport,
  workbook: makeWorkbook,
  by_school: makeBySchool,
};

export interface ReportOptions {
  today: Day;
  /** Told 0 to 100, at most about once a second. */
  onProgress?: (percent: number) => void;
}

/** A report that took its worker down so often is not begun again. */
const MOST_ATTEMPTS = 3;

const CLAIM = statement(
  'reports.claim',
  (id: string) => sql<{ attempts: number }>`
  UPDATE reports SET status = 'running', started_at = now(), progress = 0, message = NULL,
    attempts = attempts + 1
  WHERE id = ${id} AND status IN ('queued', 'running') RETURNING attempts`,
);

// The attempt makes sure: who was cut off and overtaken cannot finish.
const FINISH = statement(
  'reports.finish',
  (id: string, attempt: number, { storedAs, bytes }: { storedAs: string; bytes: number }) => sql<{
    id: string;
  }>`
  UPDATE reports SET status = 'done', progress = 100, finished_at = now(), stored_as = ${storedAs},
    bytes = ${bytes}, expires_at = now() + make_interval(days => ${REPORT_KEPT_DAYS}), version = version + 1,
    updated_at = now()
  WHERE id = ${id} AND status = 'running' AND attempts = ${attempt} RETURNING id`,
);

const FAIL = statement(
  'reports.fail',
  (id: string, message: string) => sql`
  UPDATE reports SET status = 'failed', message = ${message}, finished_at = now(), version = version + 1,
    updated_at = now()
  WHERE id = ${id} AND status IN ('queued', 'running')`,
);

const FAULT_OF_OURS =
  'The report stopped because of a fault in the tracker. The log of the server says more.';
const TOO_OFTEN =
  'The report was begun three times and broke off each time. Narrow its period or its region.';

/**
 * Makes a report that is queued, or one that was left running by a process that died. Of several
 * processes one makes it; the others pass. One that is done or failed already is left as it is.
 *
 * @returns whether this call dealt with it
 * @throws what PostgreSQL failed with when that is of the moment (the report stays to be taken up
 *   again), and faults of ours, after marking the report failed
 */
export async function runReport(
  dataSource: DataSource,
  reportId: string,
  options: ReportOptions,
): Promise<boolean> {
  const report = await dataSource.getRepository(ReportEntity).findOneBy({ id: reportId });
  if (!report) return false;
  const actor: Actor = { kind: 'job', userId: report.requestedById, source: 'reports' };
  try {
    return await inLongTransaction(dataSource, 'REPEATABLE READ', async (manager) => {
      // The lock goes with the connection: a process that dies holds up nobody.
      if (!(await tryLock(manager, 'report', reportId))) return false;
      const claimed = await writeAs(dataSource, actor, (own) => CLAIM.row(own, reportId));
      const attempt = claimed?.attempts;
      if (attempt === undefined) return false;
      if (attempt > MOST_ATTEMPTS) throw new ReportProblem(TOO_OFTEN);
      await recordEvent(dataSource, {
        ...{ action: 'exported', entity: 'reports', recordId: reportId },
        ...{ userId: report.requestedById, source: 'reports' },
        details: { kind: report.kind, format: report.format, ...report.parameters },
      });
      const row = { table: 'reports', id: reportId, endsAt: 99 } as const;
      const progress = new RowProgress(dataSource, row, options.onProgress);
      const { format, parameters } = report;
      const reached = (share: number) => progress.reached(share);
      const work = { manager, reportId, format, parameters, today: options.today, reached };
      const stored = await untilStopped(dataSource, manager, row, async (stopped) =>
        storeReport(dataSource, await MAKERS[report.kind](work), stopped),
      );
      await progress.settle();
      await writeAs(dataSource, actor, async (own) => {
        if (await FINISH.row(own, reportId, attempt, stored)) {
          await fileIsWhole(own, stored.storedAs, stored.bytes);
        } else {
          // Somebody has stopped or removed it meanwhile, or another process was quicker.
          await removeFile(own, stored.storedAs);
        }
      });
      return true;
    });
  } catch (error) {
    if (error instanceof WorkStopped) return true;
    const foreseen = error instanceof ReportProblem ? error.message : fullFault(error);
    if (foreseen === null && isPassing(error)) throw error;
    await writeAs(dataSource, actor, (own) => FAIL.run(own, reportId, foreseen ?? FAULT_OF_OURS));
    if (foreseen === null) throw error;
    return true;
  }
}
