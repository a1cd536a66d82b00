import type { QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';

/** A table that scores are worked out from. */
export interface ScoredTable {
  table: string;
  /** The column in which a row says whose it is. */
  school: string;
  /** What scores read of a row, beside that. */
  reads: readonly string[];
}

/**
 * What scores read of a table; again where that is more than before, with everything it is now.
 *
 * @param what of a school is touched: its score, or first its standing, of which `lineage` is a change
 *   of whose predecessors there are
 */
export async function defineTouch(
  queryRunner: QueryRunner,
  { table, school, reads }: ScoredTable,
  what?: 'standing' | 'lineage',
): Promise<void> {
  // A lineage has no id: it is all key.
  const columns = [...new Set([table === 'school_lineage' ? school : 'id', school, ...reads])];
  const said = `SELECT ${columns.join(', ')} FROM`;
  const touch = (rows: string) => `
      INSERT INTO touched_schools (school_ids${what ? ', what' : ''})
      SELECT array_agg(DISTINCT ${school})${what ? `, '${what}'` : ''} FROM ${rows} touched HAVING count(*) > 0;`;
  await define(
    queryRunner,
    `CREATE OR REPLACE FUNCTION ${table}_touch() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN ${touch('new_rows')}
    ELSIF TG_OP = 'DELETE' THEN ${touch('old_rows')}
    ELSE ${touch(`(
        (${said} old_rows EXCEPT ${said} new_rows)
        UNION ALL
        (${said} new_rows EXCEPT ${said} old_rows))`)}
    END IF;
    RETURN NULL;
  END $$`,
  );
}

/** From here on a change of what scores read of a table's rows marks the schools it is about. */
export async function watchForScores(
  queryRunner: QueryRunner,
  watched: ScoredTable,
  what?: 'standing',
) {
  await defineTouch(queryRunner, watched, what);
  const { table } = watched;
  for (const [event, referencing] of [
    ['INSERT', 'NEW TABLE AS new_rows'],
    ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
    ['DELETE', 'OLD TABLE AS old_rows'],
  ] as const) {
    await queryRunner.query(`CREATE TRIGGER ${table}_touch_${event.toLowerCase()}
        AFTER ${event} ON ${table} REFERENCING ${referencing}
        FOR EACH STATEMENT EXECUTE FUNCTION ${table}_touch()`);
  }
}
