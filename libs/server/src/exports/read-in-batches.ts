import type { DataSource, QueryRunner } from 'typeorm';
import { Sql } from '../sql';

/** A statement as text with what it binds. */
export interface BoundSql {
  sql: string;
  values: unknown[];
}

/** The rows of one statement, read a batch at a time, all of them as they are at one moment. */
export class BatchReader<Row> {
  private constructor(
    private readonly runner: QueryRunner,
    /** How many rows there are. */
    readonly total: number,
  ) {}

  /** Holds a connection until all batches are read, or until `close`. */
  static async open<Row>(
    dataSource: DataSource,
    statement: BoundSql | Sql<Row>,
  ): Promise<BatchReader<Row>> {
    const { text, values } =
      statement instanceof Sql
        ? statement.toQuery()
        : { text: statement.sql, values: statement.values };
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const [count]: { total: number }[] = await runner.query(
        `SELECT count(*)::int AS total FROM (${text}) AS counted`,
        values,
      );
      // All rows are wanted, not the first few soon.
      await runner.query('SET LOCAL cursor_tuple_fraction = 1');
      // No statement that can be prepared; and a list's own text binds by hand.
      await runner.query(`DECLARE batches NO SCROLL CURSOR FOR ${text}`, values);
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
        const rows: Row[] = await this.runner.query(`FETCH ${Math.floor(size)} FROM batches`);
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
