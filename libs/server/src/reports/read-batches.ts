import type { EntityManager } from 'typeorm';
import type { BoundSql } from '../exports';

const BATCH = 500;

/** Rows of a statement in batches, read within the manager's transaction; `cursor` is a name of its own. */
export async function* readBatches<Row>(
  manager: EntityManager,
  cursor: string,
  { sql, values }: BoundSql,
): AsyncGenerator<Row[]> {
  // All rows are wanted, not the first few soon.
  await manager.query('SET LOCAL cursor_tuple_fraction = 1');
  await manager.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, values);
  for (;;) {
    const rows: Row[] = await manager.query(`FETCH ${BATCH} FROM ${cursor}`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await manager.query(`CLOSE ${cursor}`);
}

/** How many rows a statement gives; what is only shown is not computed. */
export async function countRows(
  manager: EntityManager,
  { sql, values }: BoundSql,
): Promise<number> {
  const [count]: { total: number }[] = await manager.query(
    `SELECT count(*)::int AS total FROM (${sql}) AS counted`,
    values,
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
