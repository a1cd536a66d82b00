import { BOUNDS, Spent, within } from './bounds';
import { readCsv } from './read-csv';
import type { TextEncoding } from './sniff-file';
import type { Workbook, WorkbookRow } from './workbook';

/**
 * A whole CSV file as a workbook of one sheet, for lists that are looked at as a whole.
 *
 * @throws UnreadableFileError when it cannot be read or passes one of `BOUNDS`
 */
export async function readCsvSheet(path: string, encoding: TextEncoding): Promise<Workbook> {
  const spent = new Spent();
  const rows: WorkbookRow[] = [];
  for await (const { line, cells, fault } of readCsv(path, encoding)) {
    const filled: WorkbookRow['cells'] = [];
    for (const [column, value] of cells.entries()) {
      if (value.trim() === '') continue;
      spent.cell();
      spent.text(value);
      filled.push({ column, value });
    }
    if (filled.length === 0) continue;
    rows.push({ line, hidden: false, cells: filled, ...(fault !== undefined && { fault }) });
    within(rows.length, BOUNDS.rows, 'The file has more than 100,000 rows. Send it in parts.');
  }
  const sheet = { name: '', visibility: 'visible', rows } as const;
  return { kind: 'csv', sheets: [{ ...sheet, merged: [], hiddenColumns: [], filtered: false }] };
}
