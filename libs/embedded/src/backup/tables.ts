import type { Client } from 'pg';

/** A table as it is backed up. */
export interface BackedUpTable {
  table: string;
  columns: string[];
}

// Generated columns are computed again by whoever restores them.
const TABLES = `
  SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND c.relname <> 'migrations'
  GROUP BY c.oid, c.relname ORDER BY c.relname`;

const REFERENCES = `
  SELECT k.relname AS "table", f.relname AS needs
  FROM pg_constraint o
  JOIN pg_class k ON k.oid = o.conrelid
  JOIN pg_class f ON f.oid = o.confrelid
  WHERE o.contype = 'f' AND o.conrelid <> o.confrelid`;

/** Every table of the tracker, each after those it refers to. */
export async function tablesInOrder(client: Client): Promise<BackedUpTable[]> {
  const { rows: tables } = await client.query<BackedUpTable>(TABLES);
  const { rows: references } = await client.query<{ table: string; needs: string }>(REFERENCES);
  const ordered: BackedUpTable[] = [];
  const visit = (table: BackedUpTable): void => {
    if (ordered.includes(table)) return;
    for (const { needs } of references.filter((reference) => reference.table === table.table)) {
      const needed = tables.find((other) => other.table === needs);
      if (needed) visit(needed);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

/** Names of the migrations applied, in order. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}

/** Quoted for use in a statement. */
export const copyTarget = ({ table, columns }: BackedUpTable): string =>
  `"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;
