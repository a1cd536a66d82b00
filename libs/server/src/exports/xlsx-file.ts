import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportColumn, ExportKind } from './export-column';
import { columnLetters, placed, textCell, xlsxCell } from './xlsx-cell';
import { HEADING_STYLE, SHEET_END, sheetStart, workbookParts } from './xlsx-parts';

/** Rows that a sheet of Excel holds, below its headings. */
export const MOST_XLSX_ROWS = 1_048_575;

const WIDTHS: Record<ExportKind, number> = { text: 24, number: 10, day: 13, instant: 18 };

/**
 * Rows as an Excel workbook with one sheet, written as they come: memory does not grow with them.
 * Numbers, days and instants are such for Excel too. When the rows end in an error, so does the
 * stream, and what was written until then opens nowhere.
 *
 * @param sheet name of the sheet
 */
export function xlsxFile<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  sheet: string,
): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(workbookParts(sheet))) {
    zip.addBuffer(Buffer.from(text), name);
  }
  const rows = Readable.from(sheetXml(columns, batches), {
    objectMode: false,
    highWaterMark: 65_536,
  });
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', { compressionLevel: 4 });
  zip.end();
  const file = zip.outputStream as Readable;
  for (const part of [zip, rows]) part.on('error', (error: Error) => file.destroy(error));
  // Who reads has gone: the rows need not be read any more.
  file.once('close', () => rows.destroy());
  return file;
}

async function* sheetXml<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const widths = columns.map(({ kind, heading }) => Math.max(WIDTHS[kind], heading.length + 2));
  const headings = columns.map(({ heading }) => textCell(heading, HEADING_STYLE));
  const letters = columns.map((_, index) => columnLetters(index));
  const rowOf = (number: number, cells: string[]) =>
    `<row r="${number}">${cells.map((cell, index) => placed(cell, `${letters[index]}${number}`)).join('')}</row>`;
  let number = 1;
  yield `${sheetStart(widths)}${rowOf(number, headings)}`;
  for await (const rows of batches) {
    yield rows
      .map((row) => {
        const cells = columns.map(({ value, kind }) => xlsxCell(value(row), kind));
        number += 1;
        return rowOf(number, cells);
      })
      .join('');
  }
  yield SHEET_END;
}
