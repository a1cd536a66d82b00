import type { EntityManager } from 'typeorm';
import { raw, rowsOf, sql, type Sql } from '@tracker/data';

const BATCH = 500;

/** Rows of a statement in batches, read within the manager's transaction; `cursor` is a name of its own. */
export async function* readBatches<Row>(
  manager: EntityManager,
  cursor: string,
  statement: Sql<Row>,
): AsyncGenerator<Row[]> {
  // A cursor is no statement that can be prepared; what it reads is declared.
  const name = raw(cursor);
  // All rows are wanted, not the first few soon.
  await rowsOf(manager, sql`SET LOCAL cursor_tuple_fraction = 1`);
  await rowsOf(manager, sql`DECLARE ${name} NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const rows = await rowsOf(manager, sql<Row>`FETCH ${raw(String(BATCH))} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await rowsOf(manager, sql`CLOSE ${name}`);
}

/** How many rows a statement gives; what is only shown is not computed. */
export async function countRows(manager: EntityManager, statement: Sql): Promise<number> {
  const [count] = await rowsOf(
    manager,
    sql<{ total: number }>`SELECT count(*)::int AS total FROM (${statement}) AS counted`,
  );
  return count?.total ?? 0;
}

/** Batches that tell how many rows there were so far. */
export async function* counted<Row>(
  batches: AsyncIterable<Row[]>,
  read: (rows: number) => void,
): AsyncGenerator<Row[]> {
  for await (const rows of batches) {
    read(rows.length);
    yield rows;
  }
}
