import { stat } from 'node:fs/promises';
import { hasVisitHeader } from '@tracker/domain';
import type { ImportKind } from '../database';
import {
  cellsInPlace,
  readCsv,
  readWorkbook,
  sniffFile,
  UnreadableFileError,
  type SniffedFile,
} from '../files';
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
  if ('problem' in sniffed) throw new ImportProblem(adviceFor(kind, sniffed.problem));
  if (sniffed.kind === 'xlsx' && kind !== 'visits') {
    throw new ImportProblem(
      'This is an Excel workbook. Send the file as the DfE publishes it, which is CSV.',
    );
  }
  return sniffed;
}

/** Only visits may come as a workbook; the DfE publishes CSV. */
function adviceFor(kind: ImportKind, problem: string): string {
  if (kind === 'visits') return problem;
  return problem
    .replace(
      'Send a CSV file or an Excel workbook (.xlsx).',
      'Send the CSV file the DfE publishes.',
    )
    .replace('as "Excel Workbook (.xlsx)" or as CSV', 'as CSV')
    .replace('as CSV or .xlsx', 'as CSV');
}

/**
 * The rows of an uploaded file: CSV, or of a workbook the first sheet with a list of visits, else
 * the first that is not empty.
 *
 * @param onRead told the share of the file that has been read, 0 to 1
 * @param onSheet told the name of the sheet, once the first row of a workbook is asked for
 * @throws ImportProblem at once or while reading, when the file cannot be read
 */
export async function openRows(
  path: string,
  kind: ImportKind,
  onRead: (share: number) => void = () => undefined,
  onSheet: (name: string) => void = () => undefined,
): Promise<AsyncGenerator<FileRow>> {
  const file = await checkFile(path, kind);
  const rows =
    file.kind === 'xlsx' ? workbookRows(path, onRead, onSheet) : csvRows(path, file, onRead);
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

/** Of a sheet these columns are read; a list has a score of them. */
const MOST_COLUMNS = 1_000;
/** As many rows of each sheet are looked at for the one with visits. */
const ROWS_TO_JUDGE_BY = 100;

async function* workbookRows(
  path: string,
  onRead: (share: number) => void,
  onSheet: (name: string) => void,
): AsyncGenerator<FileRow> {
  const { sheets } = await readWorkbook(path);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const isWanted = ({ rows }: (typeof filled)[number]) =>
    hasVisitHeader(rows.slice(0, ROWS_TO_JUDGE_BY).map((row) => cellsInPlace(row, MOST_COLUMNS)));
  const found = filled.find(isWanted) ?? filled[0];
  if (!found) throw new ImportProblem('The workbook is empty: no sheet has any cell filled.');
  onSheet(found.name);
  for (const [index, row] of found.rows.entries()) {
    onRead((index + 1) / found.rows.length);
    yield { line: row.line, cells: cellsInPlace(row, MOST_COLUMNS) };
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
