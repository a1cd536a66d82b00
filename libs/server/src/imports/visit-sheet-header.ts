import {
  chooseColumns,
  findHeaderRow,
  guessColumns,
  HEADER_SEARCH_ROWS,
  mappingProblem,
  sheetText,
  VISIT_FIELDS,
  type VisitColumnMapping,
} from '@tracker/domain';
import type { ImportOptions } from '../database';
import { ImportProblem } from './import-problem';
import type { FileRow } from './import-work';

/** The header of a list of visits and the rows below it. */
export interface VisitSheet {
  header: string[];
  headerLine: number;
  /** The rows that had to be read to find the header, those below it. */
  read: FileRow[];
  /** The rows after those. */
  rest: AsyncIterator<FileRow>;
}

/**
 * Finds the header: on the line a person named, else among the first rows.
 *
 * @throws ImportProblem when there is none
 */
export async function findSheetHeader(
  rows: AsyncIterable<FileRow>,
  headerLine?: number,
): Promise<VisitSheet> {
  const rest = rows[Symbol.asyncIterator]();
  const top: FileRow[] = [];
  let next = await rest.next();
  while (!next.done) {
    if (headerLine === undefined || next.value.line >= headerLine) top.push(next.value);
    const enough = headerLine === undefined ? top.length >= HEADER_SEARCH_ROWS : top.length > 0;
    if (enough) break;
    next = await rest.next();
  }
  const found =
    headerLine === undefined
      ? findHeaderRow(top.map(({ cells }) => cells))
      : top[0]?.line === headerLine && { index: 0, header: top[0].cells.map(sheetText) };
  const row = found ? top[found.index] : undefined;
  if (!found || !row) {
    throw new ImportProblem(
      headerLine === undefined
        ? 'The file has nothing but blank lines.'
        : `Line ${headerLine}, which is to hold the column names, is blank or not there.`,
    );
  }
  return { header: found.header, headerLine: row.line, read: top.slice(found.index + 1), rest };
}

/** The rows below the header. */
export async function* rowsBelow({ read, rest }: VisitSheet): AsyncGenerator<FileRow> {
  try {
    yield* read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * What the columns mean: as a person matched them, else as guessed. A person's choice is complete:
 * a field they left without a column is not read.
 *
 * @throws ImportProblem when visits cannot be read by it
 */
export function readMapping(
  header: readonly string[],
  chosen: ImportOptions['mapping'],
): VisitColumnMapping {
  const mapping = chosen ? chosenColumns(header, chosen) : guessColumns(header).mapping;
  const problem = mappingProblem(mapping, header);
  if (problem !== null) throw new ImportProblem(problem);
  return mapping;
}

function chosenColumns(
  header: readonly string[],
  chosen: Readonly<Record<string, number>>,
): VisitColumnMapping {
  const unread = Object.fromEntries(VISIT_FIELDS.map((field) => [field, null]));
  const choice = chooseColumns(header, { ...unread, ...chosen });
  if ('problem' in choice) throw new ImportProblem(choice.problem);
  return choice.mapping;
}
