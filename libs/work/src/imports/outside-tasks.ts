import {
  readVisitFile,
  type Day,
  type DayRow,
  type FileChoices,
  type FileReading,
  type ImportKind,
} from '@tracker/domain';
import type { FileRow } from './import-work';
import { checkFile, openRows } from './open-rows';
import { readSheets } from './read-sheets';
import { previewVisitSheet, type SheetPreview } from './preview-visit-sheet';

/*
 * What is done with uploads in a process of its own. Nothing here, nor what it imports, may touch
 * the database: the process has no password for it, and would take long to start.
 */

export interface FileToRead {
  path: string;
  kind: ImportKind;
}

export interface PreviewToMake {
  path: string;
  headerLine?: number;
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

export async function* previewTask({
  path,
  headerLine,
}: PreviewToMake): AsyncGenerator<SheetPreview> {
  yield await previewVisitSheet(path, headerLine);
}

export interface VisitFileToRead {
  path: string;
  choices: FileChoices;
  today: Day;
}

/** First how the file was read, then its rows. */
export type VisitFilePiece = { reading: Omit<FileReading, 'rows'> } | { row: DayRow };

export async function* visitFileTask({
  path,
  choices,
  today,
}: VisitFileToRead): AsyncGenerator<VisitFilePiece> {
  const { rows, ...reading } = readVisitFile(await readSheets(path), choices, today);
  yield { reading };
  for (const row of rows) yield { row };
}
