import { plural, sayingsOf } from '@tracker/domain';
import { type ImportEntity, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** What an import did, in a line or two. */
export function describeImport(done: ImportEntity, label: string): string {
  const { created, updated, unchanged, closed, rejected, skipped } = done;
  const counts = [
    `${created} created`,
    `${updated} updated`,
    `${closed} closed`,
    `${unchanged} unchanged`,
    `${rejected} rejected`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const lines = [
    `${label} from ${done.fileName}: ${counts.join(', ')}.`,
    ...(done.dryRun ? ['This was a dry run: nothing was changed.'] : []),
    ...(done.message !== null ? [done.message] : []),
    ...(done.register ? sayingsOf(done.register, done.dryRun).map(({ text }) => text) : []),
  ];
  return lines.join('\n');
}

const SHOWN = 10;

interface Rejected {
  line: number;
  column: string;
  message: string;
}

const FIRST_REJECTIONS = statement(
  'cli.first-rejections',
  (importId: string) => sql<Rejected>`
  SELECT line, column_name AS "column", message FROM rejected_rows
  WHERE import_id = ${importId} ORDER BY seq LIMIT ${SHOWN}`,
);

/** The first rows that were not taken, a line each, and how many more there are. */
export async function firstRejections(
  dataSource: DataSource,
  { id, rejected }: ImportEntity,
): Promise<string[]> {
  const rows = await FIRST_REJECTIONS.rows(dataSource, id);
  const lines = rows.map(
    ({ line, column, message }) => `  line ${line}${column ? `, ${column}` : ''}: ${message}`,
  );
  const more = rejected - rows.length;
  return more > 0 ? [...lines, `  and ${plural(more, 'more row')}.`] : lines;
}
