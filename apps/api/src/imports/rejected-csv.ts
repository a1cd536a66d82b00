import { csvLine } from '@tracker/files';
import type { ImportEntity } from '@tracker/data';
import { openPlacing } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { type RejectedRow, REJECTIONS_AFTER } from './imports.queries';
import { SELECT_READING } from './visit-rows.queries';

const AT_ONCE = 1_000;

/** One row of the file, with every reason for which any of it is handed back. */
interface HandedBack extends Omit<RejectedRow, 'column' | 'message'> {
  columns: string[];
  messages: string[];
}

/** Two days of one row are one row again, so that it comes in once when it is sent again. */
async function* wholeRows(rows: AsyncIterable<RejectedRow>): AsyncGenerator<HandedBack> {
  let last: HandedBack | null = null;
  for await (const { column, message, ...row } of rows) {
    if (last?.sheetIndex === row.sheetIndex && last.line === row.line && row.sheetIndex !== null) {
      if (!last.columns.includes(column)) last.columns.push(column);
      if (!last.messages.includes(message)) last.messages.push(message);
      continue;
    }
    if (last) yield last;
    last = { ...row, columns: [column], messages: [message] };
  }
  if (last) yield last;
}

async function* rejections(dataSource: DataSource, importId: string): AsyncGenerator<RejectedRow> {
  let last = 0;
  for (;;) {
    const rows = await REJECTIONS_AFTER.rows(dataSource, importId, last, AT_ONCE);
    yield* rows;
    const final = rows.at(-1);
    if (!final || rows.length < AT_ONCE) return;
    last = final.seq;
  }
}

/**
 * The rejected rows as CSV that Excel opens rightly: line, column and reason, of a workbook with
 * several sheets the sheet, then the row as it came under its own column names, so that it can be
 * put right and sent again as it is.
 */
export async function* rejectedCsv(
  dataSource: DataSource,
  { id, options }: Pick<ImportEntity, 'id' | 'options'>,
): AsyncGenerator<string> {
  const kept = await SELECT_READING.row(dataSource, id);
  const sheets = kept?.reading.sheets ?? [];
  const place = openPlacing(sheets);
  const several = sheets.filter(({ read }) => read).length > 1;
  const own = ['Line', 'Column', 'Reason', ...(several ? ['Sheet'] : [])];
  yield `\ufeff${csvLine([...own, ...(options.header ?? [])])}`;
  for await (const row of wholeRows(rejections(dataSource, id))) {
    const { line, columns, messages, cells, sheetIndex } = row;
    const sheet = several ? [sheets[sheetIndex ?? -1]?.name ?? ''] : [];
    const placed = sheetIndex === null ? cells : place(sheetIndex, cells);
    const why = [columns.filter((each) => each !== '').join('; '), messages.join(' ')];
    yield csvLine([line, ...why, ...sheet, ...placed]);
  }
}
