import type { QueryRunner } from 'typeorm';

/** A table whose every change goes into the audit trail. */
export interface AuditedTable {
  table: string;
  /** The column of its key, or two with a comma between. */
  key: string;
  /** Where a row's school is found. */
  school: '' | 'id' | 'school_id' | 'visit_id' | 'successor_urn';
  /** Columns that say nothing about the record, with commas between. */
  passedOver?: string;
}

/** From here on every change of a table's rows is written down. */
export async function auditTable(
  queryRunner: QueryRunner,
  { table, key, school, passedOver = '' }: AuditedTable,
): Promise<void> {
  const rows: [string, string][] = [
    ['INSERT', 'REFERENCING NEW TABLE AS new_rows'],
    ['UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'],
    ['DELETE', 'REFERENCING OLD TABLE AS old_rows'],
    ['TRUNCATE', ''],
  ];
  for (const [event, referencing] of rows) {
    await queryRunner.query(`CREATE TRIGGER ${table}_audit_${event.toLowerCase()}
        AFTER ${event} ON ${table} ${referencing}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('${key}', '${school}', '${passedOver}')`);
  }
}
