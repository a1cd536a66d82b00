import { BIN_DAYS } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { writeAs, raw, sql, statement } from '@tracker/data';

const longInBin = (table: string) => () => sql`
  DELETE FROM ${raw(table)} WHERE deleted_at < now() - make_interval(days => ${BIN_DAYS})`;

const BINS = {
  contacts: statement('cleanup.contacts', longInBin('contacts')),
  follow_up_actions: statement('cleanup.follow-up-actions', longInBin('follow_up_actions')),
};

/**
 * Deletes for good what has lain in the bin for long enough; the audit trail says that it went.
 *
 * @returns rows deleted, by table
 */
export async function emptyBins(dataSource: DataSource): Promise<Record<string, number>> {
  return writeAs(dataSource, { kind: 'job', source: 'empty-bins' }, async (manager) => {
    const deleted: Record<string, number> = {};
    for (const [table, bin] of Object.entries(BINS)) deleted[table] = await bin.run(manager);
    return deleted;
  });
}
