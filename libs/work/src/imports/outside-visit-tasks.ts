import type { Day, DayRow, FileChoices, FileReading } from '@tracker/domain';
import { readVisitFile } from '@tracker/domain/visit-sheet/read-visit-file';
import { readSheets } from './read-sheets';
import { previewVisitSheet, type SheetPreview } from './preview-visit-sheet';

/* As `outside-tasks.ts`, for lists of visits. */

export interface PreviewToMake {
  path: string;
  headerLine?: number;
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
