import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** What is written of a record; what PostgreSQL fills in itself may be left out. */
export type Row<T> = Omit<T, 'version' | 'createdAt' | 'updatedAt'>;

/** Enough for one statement to be quick, little enough for its text to stay small. */
const CHUNK = 2_000;

/**
 * Inserts many rows with few statements: they travel as one JSON text, so that a row may have any
 * number of columns. Columns that the first row lacks get their defaults.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const filled = columns.filter((column) => column.propertyName in first);
  const list = filled.map((column) => column.databaseName).join(', ');
  for (let from = 0; from < rows.length; from += CHUNK) {
    const records = rows.slice(from, from + CHUNK).map((row) => {
      const values = filled.map(({ databaseName, propertyName }) => [
        databaseName,
        row[propertyName],
      ]);
      return Object.fromEntries(values) as Record<string, unknown>;
    });
    await manager.query(
      `INSERT INTO ${tableName} (${list})
       SELECT ${list} FROM json_populate_recordset(NULL::${tableName}, $1::json)`,
      [JSON.stringify(records)],
    );
  }
}
