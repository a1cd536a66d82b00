import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { putFile, removeFile, sql, statement, type StoredFile } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { clearFolder, findOrTakeOver } from '../stored-files';

/**
 * Stores a report as it is made. Whoever finishes it says that the file is whole, in the same
 * transaction; until then nobody finds it, whatever dies on the way.
 *
 * @throws whatever the stream or the database fails with; nothing is left behind then
 */
export async function storeReport(
  dataSource: DataSource,
  file: Readable,
  stopped?: AbortSignal,
): Promise<{ storedAs: string; bytes: number }> {
  const storedAs = randomUUID();
  let writing: Promise<number | null> = Promise.resolve(null);
  try {
    const write = (content: AsyncIterable<Buffer>) =>
      (writing = putFile(dataSource, storedAs, 'report', content));
    await pipeline(file, write, { signal: stopped });
    return { storedAs, bytes: (await writing) ?? 0 };
  } catch (error) {
    file.destroy();
    // A piece that is on its way would come after the removal.
    await writing.catch(() => undefined);
    await removeFile(dataSource, storedAs).catch(() => undefined);
    throw error;
  }
}

/** The file of a finished report; null when it is gone. */
export const findReportFile = (
  dataSource: DataSource,
  dataDir: string,
  storedAs: string,
): Promise<StoredFile | null> => findOrTakeOver(dataSource, dataDir, 'report', storedAs);

const STILL_KEPT = statement(
  'reports.still-kept',
  () => sql<{ storedAs: string }>`
  SELECT stored_as AS "storedAs" FROM reports WHERE status = 'done' AND expires_at > now()`,
);

// A file that is not whole may be one that is being made.
const PRUNE = statement(
  'reports.prune-files',
  () => sql`
  DELETE FROM stored_files f WHERE f.purpose = 'report' AND CASE
    WHEN f.bytes IS NULL THEN f.created_at < now() - interval '1 day'
    ELSE NOT EXISTS (SELECT FROM reports r WHERE r.stored_as = f.id::text
      AND r.status = 'done' AND r.expires_at > now()) END`,
);

/** Takes away the files of expired and removed reports, and what a worker that died left behind a day ago. */
export async function pruneReports(dataSource: DataSource, dataDir: string): Promise<void> {
  await clearFolder(dataSource, dataDir, 'report', () => STILL_KEPT.rows(dataSource));
  await PRUNE.run(dataSource);
}
