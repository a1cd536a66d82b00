import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { ImportProblem } from './import-problem';

/** Largest file taken, in bytes. DfE's register of England is 61 MB. */
export const LARGEST_UPLOAD = 128 * 1024 * 1024;

/** The file is larger than `LARGEST_UPLOAD`. */
export class FileTooLarge extends ImportProblem {
  constructor() {
    super(
      `The file is larger than ${LARGEST_UPLOAD / 1024 / 1024} MB, which is the most that is taken.`,
    );
  }
}

const uploadsDir = (dataDir: string): string => join(dataDir, 'uploads');

/** Where an uploaded file lies. `storedAs` is a name of ours, never one a browser sent. */
export function uploadPath(dataDir: string, storedAs: string): string {
  return join(uploadsDir(dataDir), storedAs);
}

/**
 * Writes a file into the uploads as it arrives. One cut half-way leaves nothing behind. One that is
 * too large is read to its end all the same, because a browser only hears an answer when it may
 * finish its question.
 *
 * @throws FileTooLarge, or whatever the stream fails with
 */
export async function storeUpload(
  file: Readable,
  dataDir: string,
): Promise<{ storedAs: string; bytes: number; sha256: string }> {
  await mkdir(uploadsDir(dataDir), { recursive: true, mode: 0o700 });
  const storedAs = randomUUID();
  const partial = uploadPath(dataDir, `${storedAs}.part`);
  let bytes = 0;
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > LARGEST_UPLOAD) return done();
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(file, counted, createWriteStream(partial, { flags: 'wx', mode: 0o600 }));
    if (bytes > LARGEST_UPLOAD) throw new FileTooLarge();
    await giveToOwnerOf(uploadsDir(dataDir), partial);
    await rename(partial, uploadPath(dataDir, storedAs));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { storedAs, bytes, sha256: hash.digest('hex') };
}

/** What root's commands put there belongs to whom the API and the worker run as. */
async function giveToOwnerOf(folder: string, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(path, uid, gid);
}

/** Takes a stored file away; one that is gone already is fine. */
export async function discardUpload(dataDir: string, storedAs: string): Promise<void> {
  await rm(uploadPath(dataDir, storedAs), { force: true });
}

const KEPT_FOR_DAYS = 30;
const DAY_MS = 86_400_000;

const STILL_NEEDED = statement(
  'imports.uploads-still-needed',
  (days: number) => sql<{ storedAs: string }>`
  SELECT stored_as AS "storedAs" FROM imports
  WHERE status IN ('queued', 'running') OR created_at > now() - make_interval(days => ${days})`,
);

/**
 * Takes away files that no import will read again: those of imports older than 30 days, and what a
 * process that died while receiving one left behind a day ago.
 *
 * @returns how many
 */
export async function pruneUploads(dataSource: DataSource, dataDir: string): Promise<number> {
  const names = await readdir(uploadsDir(dataDir)).catch((): string[] => []);
  const needed = await STILL_NEEDED.rows(dataSource, KEPT_FOR_DAYS);
  const keep = new Set(needed.map(({ storedAs }) => storedAs));
  let pruned = 0;
  for (const name of names) {
    if (keep.has(name)) continue;
    const path = uploadPath(dataDir, name);
    const about = await stat(path).catch(() => null);
    if (!about?.isFile() || Date.now() - about.mtimeMs < DAY_MS) continue;
    await rm(path, { force: true });
    pruned += 1;
  }
  return pruned;
}
