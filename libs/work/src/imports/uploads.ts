import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  fileContent,
  fileIsWhole,
  putFile,
  type Runner,
  sql,
  statement,
  type StoredFile,
} from '@tracker/data';
import type { DataSource } from 'typeorm';
import { clearFolder, findOrTakeOver, folderOf, removeOldParts } from '../stored-files';
import { ImportProblem } from './import-problem';

/** Largest file taken, in bytes. DfE's register of England is 61 MB. */
export const LARGEST_UPLOAD = 128 * 1024 * 1024;

/** The file is larger than is taken. */
export class FileTooLarge extends ImportProblem {
  constructor(most = LARGEST_UPLOAD) {
    super(`The file is larger than ${most / 1024 / 1024} MB, which is the most that is taken.`);
  }
}

/** A file as it has arrived, in the data folder of this process alone. */
export interface ReceivedFile {
  path: string;
  /** Of its content, in hex. */
  sha256: string;
  bytes: number;
}

/**
 * Writes a file down as it arrives, which may take long: nobody has it yet, and no connection to the
 * database is held. One cut half-way leaves nothing behind. One that is too large is read to its end
 * all the same, because a browser only hears an answer when it may finish its question.
 *
 * @param most bytes
 * @throws FileTooLarge, or whatever the stream fails with
 */
export async function receiveFile(
  file: Readable,
  dataDir: string,
  most = LARGEST_UPLOAD,
): Promise<ReceivedFile> {
  let bytes = 0;
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) return done();
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const path = await scratchPath(dataDir);
  try {
    await pipeline(file, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (bytes > most) throw new FileTooLarge(most);
  } catch (error) {
    await forgetFile(path);
    throw error;
  }
  return { path, sha256: hash.digest('hex'), bytes };
}

/** Takes a file away that is not needed here any more. */
export const forgetFile = (path: string): Promise<void> => rm(path, { force: true });

async function scratchPath(dataDir: string): Promise<string> {
  const folder = folderOf(dataDir, 'upload');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOldParts(folder);
  return join(folder, `${randomUUID()}.part`);
}

/**
 * Stores a file for whichever process imports it.
 *
 * @param manager of the transaction that makes the import: there is neither without the other
 * @returns the import's `storedAs`
 * @throws FileTooLarge
 */
export async function storeUpload(
  manager: Runner,
  content: AsyncIterable<Buffer | string>,
): Promise<string> {
  const storedAs = randomUUID();
  const bytes = await putFile(manager, storedAs, 'upload', notTooLarge(content));
  await fileIsWhole(manager, storedAs, bytes ?? 0);
  return storedAs;
}

async function* notTooLarge(
  content: AsyncIterable<Buffer | string>,
): AsyncGenerator<Buffer | string> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += Buffer.byteLength(piece);
    if (bytes > LARGEST_UPLOAD) throw new FileTooLarge();
    yield piece;
  }
}

/**
 * Lays a stored file into the data folder while `work` reads it: whoever does so is a process without
 * the password of the database.
 *
 * @throws ImportProblem when the file has been taken away
 */
export async function withUpload<T>(
  dataSource: DataSource,
  { storedAs, dataDir }: { storedAs: string; dataDir: string },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const file = await findOrTakeOver(dataSource, dataDir, 'upload', storedAs);
  if (!file) throw new ImportProblem('The file is no longer kept here. Send it again.');
  return withFile(dataSource, file, dataDir, work);
}

/** The same for any stored file. */
export async function withFile<T>(
  dataSource: DataSource,
  file: StoredFile,
  dataDir: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = await scratchPath(dataDir);
  try {
    const content = Readable.from(fileContent(dataSource, file));
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await work(path);
  } finally {
    await forgetFile(path);
  }
}

const KEPT_FOR_DAYS = 30;

const STILL_NEEDED = statement(
  'imports.uploads-still-needed',
  (days: number) => sql<{ storedAs: string }>`
  SELECT stored_as AS "storedAs" FROM imports
  WHERE status IN ('queued', 'running') OR created_at > now() - make_interval(days => ${days})`,
);

const PRUNE = statement(
  'imports.prune-uploads',
  (days: number) => sql`
  DELETE FROM stored_files f WHERE f.purpose = 'upload' AND NOT EXISTS (
    SELECT FROM imports i WHERE i.stored_as = f.id::text
      AND (i.status IN ('queued', 'running') OR i.created_at > now() - make_interval(days => ${days})))`,
);

/** Takes away files that no import will read again: those of imports older than 30 days. */
export async function pruneUploads(dataSource: DataSource, dataDir: string): Promise<void> {
  const needed = () => STILL_NEEDED.rows(dataSource, KEPT_FOR_DAYS);
  await clearFolder(dataSource, dataDir, 'upload', needed);
  await PRUNE.run(dataSource, KEPT_FOR_DAYS);
}
