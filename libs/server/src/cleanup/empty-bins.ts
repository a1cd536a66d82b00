import { BIN_DAYS } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { writeAs } from '../audit';

const BINS = ['contacts', 'follow_up_actions'] as const;

/**
 * Deletes for good what has lain in the bin for long enough; the audit trail says that it went.
 *
 * @returns rows deleted, by table
 */
export async function emptyBins(dataSource: DataSource): Promise<Record<string, number>> {
  return writeAs(dataSource, { kind: 'job', source: 'empty-bins' }, async (manager) => {
    const deleted: Record<string, number> = {};
    for (const table of BINS) {
      const [, count]: [unknown[], number] = await manager.query(
        `DELETE FROM ${table} WHERE deleted_at < now() - make_interval(days => $1)`,
        [BIN_DAYS],
      );
      deleted[table] = count;
    }
    return deleted;
  });
}
