import type { Rejection } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { BatchInsert } from './batch-insert';
import { ImportProblem } from './import-problem';

/** More rejections than this, and it is not the file people think it is. */
export const MOST_REJECTIONS = 100_000;

/** A misplaced quote can make one cell of half a file. */
const LONGEST_CELL = 2_000;

const INSERT_REJECTIONS = statement(
  'imports.insert-rejections',
  (importId: string, rejections: string) => sql`
  INSERT INTO import_rejections (import_id, seq, line, column_name, value, message, cells)
  SELECT ${importId}, r.seq, r.line, r."column", r.value, r.message, r.cells
  FROM json_to_recordset(${rejections}::json)
    AS r (seq int, line int, "column" text, value text, message text, cells jsonb)`,
);

/** Text that PostgreSQL takes inside JSON: no NUL, no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** Keeps the rows that were not taken, with their cells, in the order they came. */
export class RejectionWriter {
  count = 0;
  private readonly batch: BatchInsert<Rejection & { seq: number; cells: string[] }>;

  constructor(manager: EntityManager, importId: string) {
    this.batch = new BatchInsert((rows) => INSERT_REJECTIONS.run(manager, importId, rows));
  }

  /** @throws ImportProblem when there are more than `MOST_REJECTIONS` */
  async reject(rejection: Rejection, cells: readonly string[]): Promise<void> {
    this.count += 1;
    if (this.count > MOST_REJECTIONS) {
      throw new ImportProblem(
        `More than ${MOST_REJECTIONS.toLocaleString('en-GB')} rows could not be taken, so this is ` +
          `probably another file. The last reason, on line ${rejection.line}: ${rejection.message}`,
      );
    }
    await this.batch.add({
      line: rejection.line,
      column: storable(rejection.column),
      value: storable(rejection.value),
      message: storable(rejection.message),
      seq: this.count,
      cells: cells.map((cell) => storable(cell.slice(0, LONGEST_CELL))),
    });
  }

  flush(): Promise<void> {
    return this.batch.flush();
  }
}
