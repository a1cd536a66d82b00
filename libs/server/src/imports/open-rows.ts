import { stat } from 'node:fs/promises';
import type { ImportKind } from '../database';
import { readCsv, readXlsx, sniffFile, UnreadableFileError, type SniffedFile } from '../files';
import { ImportProblem } from './import-problem';
import type { FileRow } from './import-work';

type Readable = Exclude<SniffedFile, { problem: string }>;

/**
 * What an uploaded file is, by its content.
 *
 * @throws ImportProblem when it is nothing this kind of import can read
 */
export async function checkFile(path: string, kind: ImportKind): Promise<Readable> {
  const sniffed = await sniffFile(path).catch(fileGone);
  if ('problem' in sniffed) throw new ImportProblem(sniffed.problem);
  if (sniffed.kind === 'xlsx' && kind !== 'visits') {
    throw new ImportProblem(
      'This is an Excel workbook. Send the file as the DfE publishes it, which is CSV.',
    );
  }
  return sniffed;
}

/**
 * The rows of an uploaded file, CSV or the first sheet of a workbook.
 *
 * @param onRead told the share of the file that has been read, 0 to 1
 * @throws ImportProblem at once or while reading, when the file cannot be read
 */
export async function openRows(
  path: string,
  kind: ImportKind,
  onRead: (share: number) => void = () => undefined,
): Promise<AsyncGenerator<FileRow>> {
  const file = await checkFile(path, kind);
  const rows = file.kind === 'xlsx' ? workbookRows(path, onRead) : csvRows(path, file, onRead);
  return translated(rows);
}

async function* csvRows(
  path: string,
  { encoding }: Extract<Readable, { kind: 'csv' }>,
  onRead: (share: number) => void,
): AsyncGenerator<FileRow> {
  const { size } = await stat(path);
  yield* readCsv(path, encoding, (bytes) => onRead(bytes / size));
}

async function* workbookRows(
  path: string,
  onRead: (share: number) => void,
): AsyncGenerator<FileRow> {
  const { rows } = await readXlsx(path);
  for (const [index, cells] of rows.entries()) {
    onRead((index + 1) / rows.length);
    yield { line: index + 1, cells };
  }
}

async function* translated(rows: AsyncGenerator<FileRow>): AsyncGenerator<FileRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new ImportProblem(error.message);
    return fileGone(error);
  }
}

/** A stored file is kept for a month; a dry run older than that has none to apply. */
function fileGone(error: unknown): never {
  const { code } = error as { code?: unknown };
  if (code !== 'ENOENT') throw error;
  throw new ImportProblem('The file is no longer kept here. Send it again.');
}
