const QUOTE = '"';

/** How far a record has come with the lines it was given. */
export type RecordState =
  | 'whole'
  /** A quoted value goes on on the next line. */
  | 'open'
  /** A quote inside a quoted value is not doubled, so nobody can say where the value ends. */
  | 'stray';

/** Reads one row of a CSV file by RFC 4180, from as many lines as its quoted values take. */
export class CsvRecord {
  readonly cells: string[] = [];
  private openValue: string[] | null = null;

  constructor(private readonly delimiter: string) {}

  /** @param end the line break behind the line, which belongs to a value that goes on */
  take(line: string, end: string): RecordState {
    let at = 0;
    while (this.openValue !== null || at <= line.length) {
      if (this.openValue === null && line[at] !== QUOTE) {
        const next = line.indexOf(this.delimiter, at);
        this.cells.push(next < 0 ? line.slice(at) : line.slice(at, next));
        if (next < 0) return 'whole';
        at = next + 1;
        continue;
      }
      if (this.openValue === null) {
        this.openValue = [];
        at += 1;
      }
      const close = closingQuote(line, at);
      if (close < 0) {
        this.openValue.push(line.slice(at), end);
        return 'open';
      }
      if (close + 1 < line.length && line[close + 1] !== this.delimiter) return 'stray';
      this.openValue.push(line.slice(at, close));
      this.cells.push(this.openValue.join('').replaceAll('""', QUOTE));
      this.openValue = null;
      if (close + 1 === line.length) return 'whole';
      at = close + 2;
    }
    return 'whole';
  }
}

/** The first quote from here on that is not one of a pair. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf(QUOTE, from);
  while (at >= 0 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  return at;
}

/**
 * The likeliest values of one line whose quotes are not in order: a quote ends a value only before a
 * delimiter or the end of the line, and one that ends nowhere is a character like any other.
 */
export function splitLeniently(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const close = line[at] === QUOTE ? lastQuoteOfValue(line, at + 1, delimiter) : -1;
    if (close >= 0) {
      cells.push(line.slice(at + 1, close).replaceAll('""', QUOTE));
      at = close + 2;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    cells.push(next < 0 ? line.slice(at) : line.slice(at, next));
    if (next < 0) break;
    at = next + 1;
  }
  return cells;
}

function lastQuoteOfValue(line: string, from: number, delimiter: string): number {
  for (let at = line.indexOf(QUOTE, from); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
    if (at + 1 === line.length || line[at + 1] === delimiter) return at;
  }
  return -1;
}
