import type { ImportKind } from '@tracker/domain';
import type { FileRow } from './import-work';
import { checkFile, openRows } from './open-rows';

/*
 * What is done with uploads in a process of its own. Nothing here, nor what it imports, may touch
 * the database: the process has no password for it, and would take long to start. For the same
 * reason it loads parts of a library, not the whole, and lists of visits have tasks of their own.
 */

export interface FileToRead {
  path: string;
  kind: ImportKind;
}

/** A row and how much of the file has been read with it, 0 to 1. */
export type ReadRow = FileRow & { share: number };

export async function* checkFileTask({ path, kind }: FileToRead): AsyncGenerator<true> {
  await checkFile(path, kind);
  yield true;
}

export async function* rowsTask({ path, kind }: FileToRead): AsyncGenerator<ReadRow> {
  let share = 0;
  for await (const row of await openRows(path, kind, (read) => (share = read))) {
    yield { ...row, share };
  }
}
