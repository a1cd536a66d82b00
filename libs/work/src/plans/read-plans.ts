import type { Day } from '@tracker/domain';
import {
  type Actor,
  fileContent,
  findFile,
  inLongTransaction,
  isPassing,
  PlanDocumentEntity,
  removeFile,
  sql,
  statement,
  type StoredFile,
  tryLock,
  writeAs,
} from '@tracker/data';
import {
  type PlanToRead,
  ReadingBusyError,
  readPlanOutside,
  type ReadPlan,
  UnreadableFileError,
} from '@tracker/files';
import type { DataSource } from 'typeorm';
import { MOST_ATTEMPTS } from '../imports/attempts';
import { withFile } from '../imports/uploads';
import type { Network } from '../fetching';
import { fetchOriginal } from './fetch-original';
import { planContext } from './plan-context';

interface PlanReadingOptions {
  /** TRACKER_DATA_DIR; the file lies in its `uploads` while it is read. */
  dataDir: string;
  today: Day;
  /** What documents are fetched through, where the hub has that switched on; left out, the internet. */
  network?: Network;
}

const WAITING = statement(
  'plans.waiting',
  (seen: readonly string[]) => sql<{ id: string }>`
  SELECT id FROM plan_documents
  WHERE status = 'reading' AND NOT id = ANY(${seen}::uuid[])
  ORDER BY created_at, id LIMIT 1`,
);

const CLAIM = statement(
  'plans.claim',
  (id: string) => sql<{ attempts: number }>`
  UPDATE plan_documents SET attempts = attempts + 1 WHERE id = ${id} AND status = 'reading'
  RETURNING attempts`,
);

const GIVE_BACK = statement(
  'plans.give-back',
  (id: string) => sql`
  UPDATE plan_documents SET attempts = attempts - 1 WHERE id = ${id} AND status = 'reading'`,
);

const IS_READ = statement(
  'plans.is-read',
  (id: string, format: string) => sql<{ id: string }>`
  UPDATE plan_documents SET status = 'to_confirm', format = ${format}, version = version + 1,
    updated_at = now()
  WHERE id = ${id} AND status = 'reading' RETURNING id`,
);

const KEEP_READING = statement(
  'plans.keep-reading',
  (id: string, document: string, reading: string) => sql`
  INSERT INTO plan_readings (document_id, document, reading)
  VALUES (${id}, ${document}::jsonb, ${reading}::jsonb)`,
);

const IS_UNREADABLE = statement(
  'plans.is-unreadable',
  (id: string, problem: string) => sql<{ id: string }>`
  UPDATE plan_documents SET status = 'unreadable', problem = ${problem}, version = version + 1,
    updated_at = now()
  WHERE id = ${id} AND status = 'reading' RETURNING id`,
);

const NOTHING_OWN =
  "Nothing of the school's own is in it. Send the plan once it is filled in, or record it as seen.";
const GONE = 'The file is no longer kept here. Send it again.';
const TOO_OFTEN =
  'Reading this document was begun three times and broke off each time. Paste its text instead.';
const FAULT_OF_OURS =
  'Reading it stopped because of a fault in the tracker. The log of the server says more.';

/**
 * Reads a document that waits, in a process of its own with limits of time and memory. Of several
 * workers one does; a worker that dies leaves the document to the next, three times at most. Of one
 * that cannot be read nothing is kept but why.
 *
 * @returns whether this call dealt with it
 * @throws what PostgreSQL failed with when that is of the moment and ReadingBusyError (the document
 *   waits on), and faults of ours, after saying so in the document
 */
async function readPlanDocument(
  dataSource: DataSource,
  id: string,
  { dataDir, today, network }: PlanReadingOptions,
): Promise<boolean> {
  const row = await dataSource.getRepository(PlanDocumentEntity).findOneBy({ id });
  if (!row) return false;
  const actor: Actor = { kind: 'job', userId: row.capturedById, source: 'plans' };
  try {
    return await inLongTransaction(dataSource, 'READ COMMITTED', async (manager) => {
      // The lock goes with the connection: a process that dies holds up nobody.
      if (!(await tryLock(manager, 'planReading', id))) return false;
      const claimed = await writeAs(dataSource, actor, (own) => CLAIM.row(own, id));
      if (!claimed) return false;
      if (claimed.attempts > MOST_ATTEMPTS) throw new UnreadableFileError(TOO_OFTEN);
      const known = await planContext(manager, id);
      if (row.sha256 === null) {
        const { website = null } = known.context;
        await fetchOriginal(dataSource, actor, row, { website, network });
      }
      const read = await readOriginal(dataSource, row, { dataDir, today, ...known });
      if (!read.reading.saysAnything) throw new UnreadableFileError(NOTHING_OWN);
      const { format, ...document } = read.document;
      await writeAs(dataSource, actor, async (own) => {
        if (!(await IS_READ.row(own, id, format))) return;
        await KEEP_READING.run(own, id, storable(document), storable(read.reading));
      });
      return true;
    });
  } catch (error) {
    if (error instanceof ReadingBusyError) {
      await writeAs(dataSource, actor, (own) => GIVE_BACK.run(own, id));
      throw error;
    }
    if (isPassing(error)) throw error;
    const foreseen = error instanceof UnreadableFileError;
    await writeAs(dataSource, actor, async (own) => {
      const problem = foreseen ? error.message : FAULT_OF_OURS;
      const ended = await IS_UNREADABLE.row(own, id, problem);
      if (ended && row.fileId !== null) await removeFile(own, row.fileId);
    });
    if (!foreseen) throw error;
    return true;
  }
}

/** @throws UnreadableFileError */
async function readOriginal(
  dataSource: DataSource,
  { fileId, fileName }: PlanDocumentEntity,
  { dataDir, ...more }: Omit<PlanReadingOptions, 'network'> & Omit<PlanToRead, 'source'>,
): Promise<ReadPlan> {
  const file = fileId === null ? null : await findFile(dataSource, fileId);
  if (!file) throw new UnreadableFileError(GONE);
  // What was pasted is text, whatever it looks like.
  if (fileName === null) {
    return readPlanOutside({ source: { text: await textOf(dataSource, file) }, ...more });
  }
  return withFile(dataSource, file, dataDir, (path) =>
    readPlanOutside({ source: { path }, ...more }),
  );
}

async function textOf(dataSource: DataSource, file: StoredFile): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of fileContent(dataSource, file)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** As JSON that PostgreSQL takes: it has no place for NUL, nor for half of a character. */
const storable = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}|\0/gu, '') : part,
  );

/**
 * Reads what waits, oldest first. The table is the truth, so this is right to call after every nudge
 * and every minute besides.
 *
 * @returns how many were dealt with
 * @throws the first error that is not the document's, after the rest was done
 */
export async function sweepPlans(
  dataSource: DataSource,
  options: PlanReadingOptions,
): Promise<number> {
  const seen: string[] = [];
  let read = 0;
  let fault: unknown;
  for (;;) {
    const next = await WAITING.row(dataSource, seen);
    if (!next) break;
    seen.push(next.id);
    try {
      if (await readPlanDocument(dataSource, next.id, options)) read += 1;
    } catch (error) {
      fault ??= error;
    }
  }
  if (fault !== undefined) throw fault;
  return read;
}
