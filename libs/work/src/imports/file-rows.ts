import { HEADER_ONLY_SENTENCE, isBlankRow, type Rejection } from '@tracker/domain';
import { ImportProblem } from './import-problem';
import { cellTexts, type FileRow } from './import-work';

/** A row of a file that holds text alone. */
export interface TextRow {
  line: number;
  cells: string[];
}

/**
 * The rows that can be read. The others are told to `onFault`, or passed over without it.
 *
 * @throws ImportProblem when the first row cannot be read, without which nobody knows the columns,
 *   or when none below it can
 */
export async function* soundRows(
  rows: AsyncIterable<FileRow>,
  onFault?: (rejection: Rejection, cells: string[]) => Promise<void>,
): AsyncGenerator<FileRow> {
  let sound = 0;
  let firstFault: string | null = null;
  for await (const row of rows) {
    const { line, cells, fault } = row;
    if (fault === undefined) {
      if (!isBlankRow(cells)) sound += 1;
      yield row;
      continue;
    }
    firstFault ??= `Line ${line} cannot be read. ${fault}`;
    if (sound === 0) throw new ImportProblem(firstFault);
    await onFault?.({ line, column: '', value: '', message: fault }, cellTexts(cells));
  }
  if (firstFault !== null && sound === 1) throw new ImportProblem(firstFault);
}

async function* rest(iterator: AsyncIterator<FileRow>): AsyncGenerator<TextRow> {
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield { line: next.value.line, cells: cellTexts(next.value.cells) };
    }
  } finally {
    await iterator.return?.();
  }
}

/**
 * Takes the header off the first line.
 *
 * @throws ImportProblem when there is no line at all
 */
export async function readHeader(
  rows: AsyncIterable<FileRow>,
): Promise<{ header: string[]; rows: AsyncIterable<TextRow> }> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new ImportProblem('The file is empty.');
  return { header: cellTexts(first.value.cells), rows: rest(iterator) };
}

/**
 * Hands the rows on.
 *
 * @throws ImportProblem when all of them are blank, or there are none
 */
export async function* requireRows<Row extends FileRow>(
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  let any = false;
  for await (const row of rows) {
    any ||= !isBlankRow(row.cells);
    yield row;
  }
  if (!any) throw new ImportProblem(HEADER_ONLY_SENTENCE);
}
