import type { EntityManager } from 'typeorm';
import { takeLock } from '../database/locks';
import { raw, sql, statement } from '../sql';

const COLUMNS = raw(`last_visited_on, visited_days, first_agreed_on, last_agreed_on, agreed_days,
  proposed_visits, open_actions, action_due_days`);

/** A school that does not stand as its records say. */
export interface WrongStanding {
  id: string;
  urn: number;
  name: string;
}

/** What is right for the schools whose row differs or is missing. */
const WRONG = sql`
  SELECT r.* FROM school_standings_on_record r
  LEFT JOIN school_standings t ON t.school_id = r.school_id
  WHERE t.school_id IS NULL OR (SELECT ROW (t.*)) IS DISTINCT FROM (SELECT ROW (r.*))`;

const FIND_WRONG = statement(
  'standings.find-wrong',
  () => sql<WrongStanding>`
  SELECT s.id, s.urn, s.name FROM (${WRONG}) w JOIN schools s ON s.id = w.school_id ORDER BY s.urn`,
);

const MEND = statement(
  'standings.mend',
  () => sql<{ id: string }>`
  INSERT INTO school_standings (school_id, ${COLUMNS})
  SELECT school_id, ${COLUMNS} FROM (${WRONG}) w
  ON CONFLICT (school_id) DO UPDATE SET (${COLUMNS}) = ROW (${raw(
    COLUMNS.toString().replaceAll(/\w+/g, 'excluded.$&'),
  )})
  RETURNING school_id AS id`,
);

/** The schools whose standing is not what their records come to, by URN. There are none. */
export const findWrongStandings = (manager: EntityManager): Promise<WrongStanding[]> =>
  FIND_WRONG.rows(manager);

/**
 * Writes anew what is wrong; who changes records meanwhile waits at the end of their transaction. Only
 * the tables' owner may.
 *
 * @returns how many schools were
 */
export async function mendStandings(manager: EntityManager): Promise<number> {
  await takeLock(manager, 'standings');
  return (await MEND.rows(manager)).length;
}
