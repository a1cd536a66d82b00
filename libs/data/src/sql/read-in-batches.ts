import type { DataSource, QueryRunner } from 'typeorm';
import { raw, type Sql, sql } from './sql';
import { rowsOf } from './statement';

/** The rows of one statement, read a batch at a time, all of them as they are at one moment. */
export class BatchReader<Row> {
  private constructor(
    private readonly runner: QueryRunner,
    /** How many rows there are. */
    readonly total: number,
  ) {}

  /** Holds a connection until all batches are read, or until `close`. */
  static async open<Row>(dataSource: DataSource, statement: Sql<Row>): Promise<BatchReader<Row>> {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const [count] = await rowsOf(
        runner,
        sql<{ total: number }>`SELECT count(*)::int AS total FROM (${statement}) AS counted`,
      );
      // All rows are wanted, not the first few soon.
      await rowsOf(runner, raw('SET LOCAL cursor_tuple_fraction = 1'));
      await rowsOf(runner, sql`DECLARE batches NO SCROLL CURSOR FOR ${statement}`);
      return new BatchReader<Row>(runner, count?.total ?? 0);
    } catch (error) {
      await giveBack(runner);
      throw error;
    }
  }

  /** @param size rows in a batch */
  async *batches(size = 300): AsyncGenerator<Row[]> {
    try {
      for (;;) {
        const fetch = raw(`FETCH ${Math.floor(size)} FROM batches`) as Sql<Row>;
        const rows = await rowsOf(this.runner, fetch);
        if (rows.length > 0) yield rows;
        if (rows.length < size) return;
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    await giveBack(this.runner);
  }
}

async function giveBack(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  // Nothing was written; a connection that is gone cannot be rolled back and need not be.
  await runner.rollbackTransaction().catch(() => undefined);
  await runner.release();
}
