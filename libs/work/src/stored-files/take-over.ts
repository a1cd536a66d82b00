import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fileIsWhole,
  type FilePurpose,
  findFile,
  isFileId,
  putFile,
  type StoredFile,
} from '@tracker/data';
import type { DataSource } from 'typeorm';

/*
 * Versions before 1795461000000-StoreFiles kept uploads and reports in the data folder. What an import
 * or a report still needs of that goes into the database, when it is asked for or with the next sweep.
 */

const FOLDERS: Record<FilePurpose, string> = {
  upload: 'uploads',
  report: 'reports',
  plan: 'plans',
};
const DAY_MS = 86_400_000;

/** Where files of a purpose lie in the data folder; `uploads` also while they arrive or are read. */
export const folderOf = (dataDir: string, purpose: FilePurpose): string =>
  join(dataDir, FOLDERS[purpose]);

/** A whole file, from the data folder where the database does not have it yet; null where there is none. */
export async function findOrTakeOver(
  dataSource: DataSource,
  dataDir: string,
  purpose: FilePurpose,
  storedAs: string,
): Promise<StoredFile | null> {
  const found = await findFile(dataSource, storedAs);
  if (found || !isFileId(storedAs)) return found;
  await takeOver(dataSource, join(folderOf(dataDir, purpose), storedAs), purpose, storedAs);
  return findFile(dataSource, storedAs);
}

/**
 * Takes over what is `needed` of a folder. What nobody has asked for, and what a process that died
 * while a file arrived or was read left behind, goes when it is a day old.
 */
export async function clearFolder(
  dataSource: DataSource,
  dataDir: string,
  purpose: FilePurpose,
  needed: () => Promise<{ storedAs: string }[]>,
): Promise<void> {
  const folder = folderOf(dataDir, purpose);
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length === 0) return;
  const keep = new Set((await needed()).map(({ storedAs }) => storedAs));
  for (const name of names) {
    const path = join(folder, name);
    if (keep.has(name)) await takeOver(dataSource, path, purpose, name);
    else if (await isDayOld(path)) await rm(path, { force: true });
  }
}

/** Takes away what a process that died left of files that were on their way. */
export async function removeOldParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.part') && (await isDayOld(path))) await rm(path, { force: true });
  }
}

async function isDayOld(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => null);
  return about?.isFile() === true && Date.now() - about.mtimeMs > DAY_MS;
}

/** Another process may be at the same: whoever comes second waits in the first statement. */
async function takeOver(
  dataSource: DataSource,
  path: string,
  purpose: FilePurpose,
  storedAs: string,
): Promise<void> {
  const file = await opened(path);
  if (!file) return;
  try {
    await dataSource.transaction(async (manager) => {
      const bytes = await putFile(manager, storedAs, purpose, piecesOf(file));
      if (bytes !== null) await fileIsWhole(manager, storedAs, bytes);
    });
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  yield* file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>;
}

async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(String((error as { code?: unknown }).code))) return null;
    throw error;
  }
}
