import type { EntityManager } from 'typeorm';
import { rowsOf, sql, statement } from '../sql';

/** A school that does not stand as its records say. */
export interface WrongStanding {
  id: string;
  urn: number;
  name: string;
}

const FIND_WRONG = statement(
  'standings.find-wrong',
  () => sql<WrongStanding>`
  SELECT s.id, s.urn, s.name
  FROM school_standings_on_record r
  JOIN schools s ON s.id = r.school_id
  LEFT JOIN school_standings t ON t.school_id = r.school_id
  WHERE t.school_id IS NULL OR (SELECT ROW (t.*)) IS DISTINCT FROM (SELECT ROW (r.*))
  ORDER BY s.urn`,
);

const ADD_MISSING = statement(
  'standings.add-missing',
  () => sql`
  INSERT INTO school_standings (school_id) SELECT id FROM schools ON CONFLICT DO NOTHING`,
);

const WRITE_ALL = statement(
  'standings.write-all',
  () => sql<{ written: string[] | null }>`
  SELECT write_school_standings('{}', true, true) AS written`,
);

/**
 * The schools whose standing is missing or is not what their records come to, by URN. There are none.
 *
 * @param manager of a transaction
 */
export async function findWrongStandings(manager: EntityManager): Promise<WrongStanding[]> {
  // Each school's own rows by index, whatever PostgreSQL thinks of tables it has not counted yet.
  await rowsOf(manager, sql`SET LOCAL enable_seqscan = off`);
  const wrong = await FIND_WRONG.rows(manager);
  await rowsOf(manager, sql`SET LOCAL enable_seqscan = on`);
  return wrong;
}

/**
 * Writes every standing anew; who changes records meanwhile waits at the end of their transaction. Only
 * the tables' owner may.
 */
export async function mendStandings(manager: EntityManager): Promise<void> {
  await ADD_MISSING.run(manager);
  await WRITE_ALL.one(manager);
}
