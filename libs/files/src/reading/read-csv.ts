import { createReadStream } from 'node:fs';
import { BOUNDS, within } from './bounds';
import { CsvRecord, splitLeniently } from './csv-record';
import { decodeText } from './decode-text';
import type { TextEncoding } from './sniff-file';
import { RowShapes } from './swallowed-rows';
import { LONGEST_ROW, linesOf, type TextLine } from './text-lines';

export interface CsvRow {
  /** The line of the file on which the row starts, 1 for the first; values may hold line breaks. */
  line: number;
  cells: string[];
  /** Why the line cannot be read, a sentence; its cells are then the likeliest reading of that line. */
  fault?: string;
}

export type Delimiter = ',' | ';' | '\t';

const CHUNK_BYTES = 256 * 1024;

const NOT_DOUBLED =
  'A quotation mark inside a quoted value is not doubled, so it is not clear where the value ends. ' +
  'Write it twice ("") or take it out.';
const END_UNCLEAR =
  'A quotation mark opens a value on this line, and it is not clear where the value ends. ' +
  'Close it or take it out.';
const NEVER_CLOSED =
  'A quotation mark opens a value on this line and is never closed. Close it or take it out.';
const SWALLOWS_ROWS =
  'A quotation mark opens a value on this line that would run on into the rows below. ' +
  'Close it or take it out.';

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

/**
 * The rows of a CSV file as they stand, blank lines included (one empty cell), in pieces: never the
 * whole file in memory. Rows may be longer or shorter than the first. A line whose quotes are not in
 * order comes with its `fault`, and the reading goes on with the next line: whatever the quote was
 * meant to hold, it never hides other rows.
 *
 * @param onRead told with each row how many bytes of the file have been read
 * @throws UnreadableFileError where a line is longer than 1 MB or wider than any sheet
 */
export async function* readCsv(
  path: string,
  encoding: TextEncoding,
  onRead?: (bytes: number) => void,
): AsyncGenerator<CsvRow> {
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const text = decodeText(bytes as AsyncIterable<Buffer>, encoding);
  try {
    const start = await text.next();
    const head = start.done ? '' : start.value;
    const source = new LineSource(linesOf(rejoin(head, text)));
    const delimiter = detectDelimiter(head);
    const shapes = new RowShapes();
    for (let line = 1; await source.has(0);) {
      const row =
        plainRow(source.at(0), delimiter, shapes) ?? (await nextRow(source, delimiter, shapes));
      onRead?.(bytes.bytesRead);
      const wide = `Line ${line} has more than 16,384 columns, so this is not a table.`;
      within(row.cells.length, BOUNDS.columns, wide);
      yield row.fault === undefined
        ? { line, cells: row.cells }
        : { line, cells: row.cells, fault: row.fault };
      source.drop(row.lines);
      line += row.lines;
    }
  } finally {
    bytes.destroy();
  }
}

interface ReadRow {
  cells: string[];
  fault?: string;
  /** How many lines of the file it takes. */
  lines: number;
}

/** A row without a quote, as most are, in one step. */
function plainRow({ text }: TextLine, delimiter: Delimiter, shapes: RowShapes): ReadRow | null {
  if (text.includes('"')) return null;
  const cells = text.split(delimiter);
  shapes.learn(cells);
  return { cells, lines: 1 };
}

/** The row that begins on the first line of `source`. */
async function nextRow(
  source: LineSource,
  delimiter: Delimiter,
  shapes: RowShapes,
): Promise<ReadRow> {
  const first = source.at(0);
  const record = new CsvRecord(delimiter);
  let state = record.take(first.text, first.end);
  let lines = 1;
  for (let length = first.text.length; state === 'open'; lines += 1) {
    if (length > LONGEST_ROW || !(await source.has(lines))) break;
    const { text, end } = source.at(lines);
    length += text.length;
    state = record.take(text, end);
  }
  if (state === 'whole' && lines === 1) {
    shapes.learn(record.cells);
    return { cells: record.cells, lines };
  }
  const alone = splitLeniently(first.text, delimiter);
  if (state === 'stray') {
    return { cells: alone, lines: 1, fault: lines === 1 ? NOT_DOUBLED : END_UNCLEAR };
  }
  if (state === 'open') return { cells: alone, lines: 1, fault: NEVER_CLOSED };
  for (let at = 1; at < lines; at += 1) {
    const { text } = source.at(at);
    if (at + 1 < lines && endsAValue(text)) continue;
    if (shapes.isRow(splitLeniently(text, delimiter), alone)) {
      return { cells: alone, lines: 1, fault: SWALLOWS_ROWS };
    }
  }
  return { cells: record.cells, lines };
}

/** Whether a line in the middle of a row lies in more than one of its values. */
const endsAValue = (line: string): boolean => line.replaceAll('""', '').includes('"');

/** The lines not yet read into rows; further ones are fetched when they are asked for. */
class LineSource {
  private lines: TextLine[] = [];
  private from = 0;

  constructor(private readonly pieces: AsyncGenerator<TextLine[]>) {}

  /** Whether the line so many below the first has been fetched. */
  holds(offset: number): boolean {
    return this.from + offset < this.lines.length;
  }

  /** Whether there is a line so many below the first. */
  async has(offset: number): Promise<boolean> {
    while (!this.holds(offset)) {
      const next = await this.pieces.next();
      if (next.done) return false;
      this.lines = [...this.lines.slice(this.from), ...next.value];
      this.from = 0;
    }
    return true;
  }

  at(offset: number): TextLine {
    return this.lines[this.from + offset] ?? { text: '', end: '' };
  }

  drop(count: number): void {
    this.from += count;
  }
}

async function* rejoin(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const piece of rest) if (piece !== '') yield piece;
}
