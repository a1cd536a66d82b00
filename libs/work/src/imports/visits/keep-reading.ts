import type { FileReading } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { ImportProblem } from '../import-problem';
import { storable } from '../rejection-writer';

export type StoredReading = Omit<FileReading, 'rows'>;

/** No sheet of the file can be read as it is; the reading says what the sheets look like. */
export class UnreadableVisits extends ImportProblem {
  constructor(readonly reading: StoredReading) {
    super(reading.problem ?? 'No sheet of the file can be read.');
  }
}

const KEEP = statement(
  'imports.keep-reading',
  (importId: string, reading: string, current: boolean) => sql`
  INSERT INTO import_readings (import_id, reading, current)
  VALUES (${importId}, ${reading}, ${current})
  ON CONFLICT (import_id) DO UPDATE SET reading = EXCLUDED.reading, current = EXCLUDED.current`,
);

const CURRENT = statement(
  'imports.current-reading',
  (importId: string) => sql<{ reading: StoredReading }>`
  SELECT reading FROM import_readings WHERE import_id = ${importId} AND current`,
);

/** Text anywhere in a value as PostgreSQL takes it inside JSON. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? storable(each) : each));

/** @param current whether `import_rows` holds the rows of this reading */
export async function keepReading(
  manager: EntityManager,
  importId: string,
  reading: StoredReading,
  current = false,
): Promise<void> {
  await KEEP.run(manager, importId, storableJson(reading), current);
}

export async function currentReading(
  manager: EntityManager,
  importId: string,
): Promise<StoredReading | null> {
  return (await CURRENT.row(manager, importId))?.reading ?? null;
}
