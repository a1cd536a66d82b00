import { UnreadableFileError } from './unreadable-file-error';

/** A line of a file and the line break behind it; none behind the last. */
export interface TextLine {
  text: string;
  end: string;
}

/** More than this between two line breaks is no table. */
export const LONGEST_ROW = 1024 * 1024;

/**
 * The lines of a text that comes in pieces, a list for each piece. Lines end as on Windows, Unix or
 * an old Mac, mixed ones too.
 *
 * @throws UnreadableFileError where a line is longer than `LONGEST_ROW`
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<TextLine[]> {
  let rest = '';
  let counted = 0;
  for await (const piece of pieces) {
    const text = rest + piece;
    const lines: TextLine[] = [];
    let from = 0;
    for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
      // A carriage return that ends the piece may be half of a line break.
      if (end === '\r' && index + 1 === text.length) break;
      lines.push({ text: text.slice(from, index), end });
      from = index + end.length;
    }
    rest = text.slice(from);
    counted += lines.length;
    if (rest.length > LONGEST_ROW) throw tooLong(counted + 1);
    if (lines.length > 0) yield lines;
  }
  if (rest === '') return;
  const [text = '', end = ''] = rest.split(/(\r)$/);
  yield [{ text, end }];
}

function tooLong(line: number): UnreadableFileError {
  return new UnreadableFileError(
    `Line ${line} is longer than 1 MB, so this is not a table. Send a CSV file with a row on each line.`,
  );
}
