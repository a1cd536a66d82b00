import { csvLine, type ImportEntity } from '@tracker/server';
import type { DataSource } from 'typeorm';
import { REJECTIONS_AFTER } from './imports.queries';

interface RejectedRow {
  seq: number;
  line: number;
  column: string;
  message: string;
  cells: string[];
}

const AT_ONCE = 1_000;

/**
 * The rejected rows as CSV that Excel opens rightly: line, column and reason, then the row as it
 * came under its own column names, so that it can be put right and sent again as it is.
 */
export async function* rejectedCsv(
  dataSource: DataSource,
  { id, options }: Pick<ImportEntity, 'id' | 'options'>,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(['Line', 'Column', 'Reason', ...(options.header ?? [])])}`;
  let last = 0;
  for (;;) {
    const rows: RejectedRow[] = await dataSource.query(REJECTIONS_AFTER, [id, last, AT_ONCE]);
    if (rows.length > 0) {
      yield rows
        .map(({ line, column, message, cells }) => csvLine([line, column, message, ...cells]))
        .join('');
    }
    const final = rows.at(-1);
    if (!final || rows.length < AT_ONCE) return;
    last = final.seq;
  }
}
