import { Readable } from 'node:stream';
import { columnLetters } from '@tracker/domain';
import { ZipFile } from 'yazl';
import type { ExportColumn, ExportKind } from './export-column';
import { placed, textCell, xlsxCell } from './xlsx-cell';
import { HEADING_STYLE, sheetEnd, sheetStart, workbookParts } from './xlsx-parts';

/** Rows that a sheet of Excel holds, below its headings. */
export const MOST_XLSX_ROWS = 1_048_575;

const WIDTHS: Record<ExportKind, number> = { text: 24, number: 10, day: 13, instant: 18 };

/** A sheet whose rows are asked for when it is its turn. */
export interface XlsxSheet {
  name: string;
  /** Its heading row and its rows as XML, in pieces. */
  xml: () => AsyncIterable<string>;
}

/** A sheet of rows. */
export function xlsxSheet<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): XlsxSheet {
  return { name, xml: () => sheetXml(columns, batches) };
}

/** Rows as an Excel workbook with one sheet; see `xlsxWorkbook`. */
export function xlsxFile<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  sheet: string,
): Readable {
  return xlsxWorkbook([xlsxSheet(sheet, columns, batches)]);
}

/**
 * Sheets as an Excel workbook, one after the other, written as their rows come: memory does not grow
 * with them. Numbers, days and instants are such for Excel too. When the rows end in an error, so
 * does the stream, and what was written until then opens nowhere.
 */
export function xlsxWorkbook(sheets: readonly XlsxSheet[]): Readable {
  const zip = new ZipFile();
  const parts = workbookParts(sheets.map(({ name }) => name));
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  const file = zip.outputStream as Readable;
  const contents = sheets.map(({ xml }) =>
    Readable.from(xml(), { objectMode: false, highWaterMark: 65_536 }),
  );
  contents.forEach((rows, index) => {
    zip.addReadStream(rows, `xl/worksheets/sheet${index + 1}.xml`, { compressionLevel: 4 });
  });
  zip.end();
  for (const part of [zip, ...contents]) part.on('error', (error: Error) => file.destroy(error));
  // Who reads has gone: the rows need not be read any more.
  file.once('close', () => contents.forEach((rows) => rows.destroy()));
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
  yield sheetEnd(`A1:${letters.at(-1) ?? 'A'}${number}`);
}
