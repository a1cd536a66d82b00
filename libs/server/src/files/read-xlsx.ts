import { stat } from 'node:fs/promises';
import { UnreadableFileError } from './unreadable-file-error';
import { readZipDirectory, unpacksWithin } from './zip-directory';

/** A day is a `YYYY-MM-DD` string. */
export type XlsxCell = string | number | boolean | null;

export interface XlsxTable {
  /** Names of all sheets, in order. */
  sheets: string[];
  /** The name of the sheet read. */
  sheet: string;
  /** Its rows from the top; `rows[0]` is line 1. Blank rows are kept. */
  rows: XlsxCell[][];
}

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 20 * MEGABYTE;
const LARGEST_UNPACKED = 200 * MEGABYTE;
const MOST_ROWS = 100_000;
/** As many rows of each sheet are shown to whoever chooses one. */
const ROWS_TO_JUDGE_BY = 100;
const TOO_LARGE = 'Save the sheet as CSV, or send it in parts.';

async function assertReadable(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE) {
    throw new UnreadableFileError(`The workbook is larger than 20 MB. ${TOO_LARGE}`);
  }
  // The reader unpacks nothing but these.
  const entries = (await readZipDirectory(path)).filter(({ name }) => /\.xml(\.rels)?$/.test(name));
  if (!(await unpacksWithin(path, entries, LARGEST_UNPACKED))) {
    throw new UnreadableFileError(`The workbook is larger than 200 MB unpacked. ${TOO_LARGE}`);
  }
}

// The reader gives days and times as instants that read right in UTC, whatever zone this runs in.
function toCell(value: unknown): XlsxCell {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}

/**
 * The first sheet of an `.xlsx` workbook that is wanted, else the first that is not empty. At most 20 MB, 200 MB unpacked and
 * 100,000 rows. Throws an UnreadableFileError for a larger or damaged one and one without any cell.
 *
 * @param isWanted whether rows are those of the sheet looked for
 */
export async function readXlsx(
  path: string,
  isWanted: (rows: XlsxCell[][]) => boolean = () => true,
): Promise<XlsxTable> {
  await assertReadable(path);
  // Its types are those of an ES module only, so CommonJS may load it in no other way.
  const { default: readExcelFile } = await import('read-excel-file/node');
  const all = await readExcelFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error : undefined;
    throw new UnreadableFileError(
      'The workbook cannot be read. Save it again in Excel, or save the sheet as CSV.',
      { cause: reason },
    );
  });
  const sheets = all.map(({ sheet }) => sheet);
  const filled = all.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const top = (data: unknown[][]) => data.slice(0, ROWS_TO_JUDGE_BY).map((row) => row.map(toCell));
  const found = filled.find(({ data }) => isWanted(top(data))) ?? filled[0];
  if (!found) throw new UnreadableFileError('The workbook is empty: no sheet has any cell filled.');
  if (found.data.length > MOST_ROWS) {
    throw new UnreadableFileError(`The sheet has more than 100,000 rows. ${TOO_LARGE}`);
  }
  return { sheets, sheet: found.sheet, rows: found.data.map((row) => row.map(toCell)) };
}
