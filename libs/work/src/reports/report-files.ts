import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { sql, statement } from '@tracker/data';

const reportsDir = (dataDir: string): string => join(dataDir, 'reports');

/** Where a finished report lies. `storedAs` is a name of ours. */
export function reportPath(dataDir: string, storedAs: string): string {
  return join(reportsDir(dataDir), storedAs);
}

/**
 * Writes a report under a new name: a half-written file never has it, whatever dies on the way.
 *
 * @throws whatever the stream or the disk fails with; nothing is left behind then
 */
export async function storeReport(
  file: Readable,
  dataDir: string,
  stopped?: AbortSignal,
): Promise<{ storedAs: string; bytes: number }> {
  const storedAs = randomUUID();
  const partial = reportPath(dataDir, `${storedAs}.part`);
  try {
    await mkdir(reportsDir(dataDir), { recursive: true, mode: 0o700 });
    const written = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
    await pipeline(file, written, { signal: stopped });
    await toDisk(partial);
    await rename(partial, reportPath(dataDir, storedAs));
  } catch (error) {
    file.destroy();
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
  const { size } = await stat(reportPath(dataDir, storedAs));
  return { storedAs, bytes: size };
}

/** A name that outlives a power cut must not be that of a file whose rows did not. */
async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes a stored report away; one that is gone already is fine. */
export async function discardReport(dataDir: string, storedAs: string): Promise<void> {
  await rm(reportPath(dataDir, storedAs), { force: true });
}

const STILL_KEPT = statement(
  'reports.still-kept',
  () => sql<{ storedAs: string }>`
  SELECT stored_as AS "storedAs" FROM reports WHERE status = 'done' AND expires_at > now()`,
);

const HOUR_MS = 3_600_000;

/**
 * Takes away the files of expired and removed reports, and what a worker that died half-way left
 * behind. A file younger than an hour may be one that is being written at this moment.
 *
 * @returns how many
 */
export async function pruneReports(dataSource: DataSource, dataDir: string): Promise<number> {
  const names = await readdir(reportsDir(dataDir)).catch((): string[] => []);
  if (names.length === 0) return 0;
  const kept = await STILL_KEPT.rows(dataSource);
  const keep = new Set(kept.map(({ storedAs }) => storedAs));
  let pruned = 0;
  for (const name of names) {
    if (keep.has(name)) continue;
    const about = await stat(reportPath(dataDir, name)).catch(() => null);
    if (!about?.isFile() || Date.now() - about.mtimeMs < HOUR_MS) continue;
    await discardReport(dataDir, name);
    pruned += 1;
  }
  return pruned;
}
