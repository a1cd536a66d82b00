import { Readable } from 'node:stream';
import { csvLine } from './csv-line';
import type { ExportColumn } from './export-column';

/**
 * Rows as CSV by RFC 4180, with the byte order mark that tells Excel it is UTF-8. When the rows
 * end in an error, so does the stream.
 */
export function csvFile<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): Readable {
  return Readable.from(csvText(columns, batches), { objectMode: false, highWaterMark: 65_536 });
}

async function* csvText<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns.map(({ heading }) => heading))}`;
  for await (const rows of batches) {
    yield rows.map((row) => csvLine(columns.map(({ value }) => value(row)))).join('');
  }
}
