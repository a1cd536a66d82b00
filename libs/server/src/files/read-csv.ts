import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { BOUNDS, within } from './bounds';
import { decodeText } from './decode-text';
import type { TextEncoding } from './sniff-file';
import { UnreadableFileError } from './unreadable-file-error';

export interface CsvRow {
  /** The line of the file on which the row starts, 1 for the first; values may hold line breaks. */
  line: number;
  cells: string[];
}

export type Delimiter = ',' | ';' | '\t';

const CHUNK_BYTES = 256 * 1024;
const LONGEST_ROW = 1024 * 1024;

/**
 * The delimiter of a table: of comma, semicolon and tab the one its first line with any of them has
 * most of, outside quotes. A comma when there is none.
 */
export function detectDelimiter(start: string): Delimiter {
  const delimiters: Delimiter[] = [',', ';', '\t'];
  for (const line of start.split(/\r\n|\n|\r/)) {
    const bare = line.replace(/"[^"]*"/g, '');
    const counts = delimiters.map((each) => bare.split(each).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return delimiters[counts.indexOf(most)] ?? ',';
  }
  return ',';
}

/** What csv-parse stumbled over, in words. */
function asUnreadable(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new UnreadableFileError(
      `Line ${line} opens a quote that is never closed. Close or remove it and send the file again.`,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFileError(
      `The row that starts on line ${line} is longer than 1 MB: a quote there may never be closed, or this is not a table.`,
    );
  }
  return new UnreadableFileError(`The table cannot be read from line ${line} on.`);
}

/**
 * The rows of a CSV file as they stand, blank lines included (one empty cell), in pieces: never the
 * whole file in memory. Rows may be longer or shorter than the first. Throws an UnreadableFileError
 * where a quote is never closed, a row is longer than 1 MB or wider than any sheet.
 *
 * @param onRead told with each row how many bytes of the file have been read
 */
export async function* readCsv(
  path: string,
  encoding: TextEncoding,
  onRead?: (bytes: number) => void,
): AsyncGenerator<CsvRow> {
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const text = decodeText(bytes as AsyncIterable<Buffer>, encoding);
  const start = await text.next();
  const head = start.done ? '' : start.value;
  const parser = parse({
    delimiter: detectDelimiter(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    info: true,
  });
  const source = Readable.from(rejoin(head, text), { objectMode: true });
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let line = 1;
  let counted = 0;
  try {
    for await (const each of parser) {
      const { record, info } = each as { record: string[]; info: Info };
      onRead?.(bytes.bytesRead);
      const wide = `Line ${line} has more than 16,384 columns, so this is not a table.`;
      within(record.length, BOUNDS.columns, wide);
      yield { line, cells: record };
      // csv-parse counts a line break of two characters inside quotes twice, so these are counted here.
      line += info.lines > counted + 1 ? 1 + lineBreaksIn(record) : 1;
      counted = info.lines;
    }
  } catch (error) {
    throw asUnreadable(error, line);
  } finally {
    source.destroy();
    bytes.destroy();
  }
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
}

async function* rejoin(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const piece of rest) if (piece !== '') yield piece;
}
