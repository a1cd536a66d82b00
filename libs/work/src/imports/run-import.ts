import type { Day, RegisterOutcome, ImportKind } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import {
  type Actor,
  writeAs,
  ImportEntity,
  type ImportOptions,
  isPassing,
  RowProgress,
  rowsOf,
  sql,
  statement,
} from '@tracker/data';
import { stopWork } from '../stopping';
import { untilStopped, WorkStopped } from '../stopping/watch-for-stop';
import { censusImport } from './census-import';
import { soundRows } from './file-rows';
import { MOST_ATTEMPTS } from './attempts';
import { FindingWriter } from './import-findings';
import { ImportProblem } from './import-problem';
import { ImportTurnTaken, takeTurn } from './import-turn';
import type { ImportCounts, ImportSteps, ImportWork } from './import-work';
import { linksImport } from './links-import';
import { plansImport } from './plans/plans-import';
import { uploadRows } from './read-outside';
import { RejectionWriter } from './rejection-writer';
import { schoolsImport } from './schools-import';
import { withUpload } from './uploads';
import { keepReading, UnreadableVisits } from './visits/keep-reading';
import { visitsImport } from './visits/visits-import';

const STEPS: Record<ImportKind, ImportSteps> = {
  schools: schoolsImport,
  'school-links': linksImport,
  'school-census': censusImport,
  visits: visitsImport,
  plans: plansImport,
};

export interface ImportOptionsOfRun {
  /** TRACKER_DATA_DIR; the file lies in its `uploads` while it is read. */
  dataDir: string;
  today: Day;
  /** Whether to wait while another import is at work (the default) or throw ImportTurnTaken. */
  wait?: boolean;
  /** Told 0 to 100, at most about once a second. */
  onProgress?: (percent: number) => void;
}

const CLAIM = statement(
  'imports.claim',
  (importId: string) => sql<{ attempts: number }>`
  UPDATE imports SET status = 'running', started_at = now(), progress = 0, message = NULL,
    attempts = attempts + 1
  WHERE id = ${importId} AND status IN ('queued', 'running') RETURNING attempts`,
);

interface Finished extends Required<Omit<ImportCounts, 'message'>> {
  message: string | null;
  header: readonly string[];
  /** Answers about the file, also those carried over from when it was sent before. */
  answers: ImportOptions['answers'];
  register: RegisterOutcome | null;
}

// The header goes with the rejections: they are handed back under it.
const FINISH = statement(
  'imports.finish',
  (importId: string, done: Finished) => sql<{ id: string }>`
  UPDATE imports SET status = 'done', progress = 100, finished_at = clock_timestamp(),
    created = ${done.created}, updated = ${done.updated}, unchanged = ${done.unchanged},
    closed = ${done.closed}, rejected = ${done.rejected}, skipped = ${done.skipped},
    message = coalesce(${done.message}, message),
    register = ${done.register && JSON.stringify(done.register)}::jsonb,
    options = options || jsonb_build_object('header', ${JSON.stringify(done.header)}::jsonb)
      || jsonb_strip_nulls(jsonb_build_object('answers', ${JSON.stringify(done.answers ?? null)}::jsonb)),
    attempts = 0, version = version + 1, updated_at = clock_timestamp()
  WHERE id = ${importId} AND status = 'running' RETURNING id`,
);

const FAIL = statement(
  'imports.fail',
  (importId: string, message: string) => sql`
  UPDATE imports SET status = 'failed', message = ${message}, finished_at = now(),
    version = version + 1, updated_at = now()
  WHERE id = ${importId} AND status IN ('queued', 'running')`,
);

const BROKE_OFF_TOO_OFTEN =
  'The import was begun three times and broke off each time, so it was given up; nothing was ' +
  'changed. Send the file in parts.';

/** Reading is most of the way; what is left is for writing. */
const READING_ENDS_AT = 90;

const FAULT_OF_OURS =
  'The import stopped because of a fault in the tracker, and nothing was changed. ' +
  'The log of the server says more.';

/**
 * Runs an import that is queued, or one that was left running by a process that died: all its work
 * is one transaction, so that one starts from nothing. Imports take turns, across processes. One
 * that is done, failed or undone already is left as it is.
 *
 * A dry run goes the same way and takes the records back at the end, keeping counts and rejections.
 *
 * @returns the import as it is afterwards: `done`, or `failed` with the reason in `message`
 * @throws what PostgreSQL failed with when that is of the moment (the import stays to be taken up
 *   again), and faults of ours, after marking the import failed
 */
export async function runImport(
  dataSource: DataSource,
  importId: string,
  options: ImportOptionsOfRun,
): Promise<ImportEntity> {
  const imports = dataSource.getRepository(ImportEntity);
  const actor = await actorOf(dataSource, importId);
  try {
    await takeTurn(dataSource, actor, options.wait ?? true, async (manager) => {
      // On another connection, so that everybody sees it run. Whoever has the turn is alone: an
      // import that is `running` by now was left by a process that died.
      const claimed = await writeAs(dataSource, actor, (own) => CLAIM.row(own, importId));
      const attempt = claimed?.attempts;
      if (attempt === undefined) return;
      if (attempt > MOST_ATTEMPTS) throw new ImportProblem(BROKE_OFF_TOO_OFTEN);
      const record = await imports.findOneByOrFail({ id: importId });
      const row = { table: 'imports', id: importId } as const;
      await untilStopped(dataSource, manager, row, (stopped) =>
        withUpload(dataSource, { ...record, ...options }, (path) =>
          work(dataSource, manager, record, { ...options, path }, stopped),
        ),
      );
    });
  } catch (error) {
    if (error instanceof WorkStopped) return imports.findOneByOrFail({ id: importId });
    if (error instanceof ImportTurnTaken || isPassing(error)) throw error;
    const sentence = error instanceof ImportProblem ? error.message : FAULT_OF_OURS;
    await writeAs(dataSource, actor, async (own) => {
      await FAIL.run(own, importId, sentence);
      if (error instanceof UnreadableVisits) await keepReading(own, importId, error.reading);
    });
    if (!(error instanceof ImportProblem)) throw error;
  }
  return imports.findOneByOrFail({ id: importId });
}

/** The import, in the name of whoever asked for it. */
async function actorOf(dataSource: DataSource, importId: string): Promise<Actor> {
  const record = await dataSource
    .getRepository(ImportEntity)
    .findOne({ where: { id: importId }, select: { requestedById: true } });
  return { kind: 'import', userId: record?.requestedById, source: importId };
}

/** Gives up an import that has not finished, because the person who began it stopped it. */
export async function abandonImport(dataSource: DataSource, importId: string): Promise<void> {
  await stopWork(dataSource.manager, 'imports', importId);
}

async function work(
  dataSource: DataSource,
  manager: EntityManager,
  record: ImportEntity,
  { path, today, onProgress }: ImportOptionsOfRun & { path: string },
  stopped: AbortSignal,
): Promise<void> {
  const steps = STEPS[record.kind];
  const row = { table: 'imports', id: record.id, endsAt: READING_ENDS_AT } as const;
  const progress = new RowProgress(dataSource, row, onProgress);
  const rejections = new RejectionWriter(manager, record.id);
  const leftOut = new FindingWriter(manager, record.id);
  const onRead = (share: number) => progress.reached(share);
  const job: ImportWork = {
    ...{ manager, record, today, path, onRead, stopped, rejections, leftOut },
    ...{ header: [], skipped: 0, findings: [], register: null },
  };

  const rows = uploadRows(path, record.kind, onRead, stopped);
  const sound = soundRows(rows, (rejection, cells) => rejections.reject(rejection, cells));
  try {
    await steps.stage(job, sound);
  } finally {
    // A header that is refused leaves the rows below it untaken, and with them the process that reads.
    await rows.return(undefined);
  }
  await rejections.flush();
  await leftOut.flush();
  await progress.settle();

  await rowsOf(manager, sql`SAVEPOINT records`);
  const counts = await steps.apply(job);
  if (record.dryRun) await rowsOf(manager, sql`ROLLBACK TO SAVEPOINT records`);
  for (const finding of job.findings) await leftOut.add(finding);
  await leftOut.flush();
  const register = job.register && { ...job.register, leftOut: leftOut.valuesLeftOut };
  const { rejected = rejections.count, skipped = job.skipped, message = null } = counts;
  const header = rejected > 0 ? job.header : [];
  const { answers } = record.options;
  const done = { ...counts, rejected, skipped, message, header, answers, register };
  if (!(await FINISH.row(manager, record.id, done))) throw new WorkStopped();
}
