import type { ImportKind } from '@tracker/domain';
import { stat } from 'node:fs/promises';
import {
  readCsv,
  readWorkbook,
  sniffFile,
  UnreadableFileError,
  type SniffedFile,
} from '@tracker/files/reading';
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
  if (sniffed.kind === 'xlsx' && !KEPT_BY_HUBS.includes(kind)) {
    throw new ImportProblem(
      'This is an Excel workbook. If it lists your past visits or plans, choose “Past visits” or “Music development plans” above. The DfE publishes this file as CSV: send it as it came.',
    );
  }
  return sniffed;
}

/** Lists that hubs keep may come as a workbook; the DfE publishes CSV. */
const KEPT_BY_HUBS: readonly ImportKind[] = ['visits', 'plans'];

function adviceFor(kind: ImportKind, problem: string): string {
  if (KEPT_BY_HUBS.includes(kind)) return problem;
  return problem
    .replace(
      'Send a CSV file or an Excel workbook (.xlsx).',
      'Send the CSV file the DfE publishes.',
    )
    .replace('as “Excel Workbook (.xlsx)” or as CSV', 'as CSV')
    .replace('as CSV or .xlsx', 'as CSV');
}

/**
 * The rows of an uploaded CSV file, or of the one sheet of a workbook that lists plans.
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
  return translated(file.kind === 'csv' ? csvRows(path, file, onRead) : sheetRows(path));
}

async function* csvRows(
  path: string,
  { encoding }: Extract<Readable, { kind: 'csv' }>,
  onRead: (share: number) => void,
): AsyncGenerator<FileRow> {
  const { size } = await stat(path);
  yield* readCsv(path, encoding, (bytes) => onRead(bytes / size));
}

async function* sheetRows(path: string): AsyncGenerator<FileRow> {
  const { planSheetRows } = await import('@tracker/domain/plan-list/plan-list-sheet');
  const { sheets } = await readWorkbook(path);
  const list = planSheetRows(sheets);
  if ('problem' in list) throw new ImportProblem(list.problem);
  yield* list.rows;
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
