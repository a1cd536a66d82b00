import type { School } from '@tracker/contract';
import { type Day, SERVED_REGISTER_KEYS } from '@tracker/domain';
import {
  bookedVisit,
  columnName,
  countingVisit,
  raw,
  shared,
  type Sql,
  sql,
  statement,
  unloggedVisit,
} from '@tracker/server';

/** The day as of which a school is looked at, and which kinds of visits do not count. */
interface AsOf {
  today: Day;
  kindsNotCounting: readonly string[];
}

/**
 * The day of a school's last counting visit, its own or a predecessor's (rules 4 and 5), of the row
 * `s`.
 *
 * @param today SQL for the day, as of the pieces below
 */
export const lastVisitedOn = (today: Sql, kindsNotCounting: readonly string[]): Sql => sql`(
  SELECT max(v.visited_on) FROM school_lineage l
  JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit(sql`${kindsNotCounting}`)}
    AND v.visited_on <= ${today}::date
  WHERE l.school_id = s.id)`;

/** The day of the next booked visit (rule 8) of the row `s`. */
export const nextVisitOn = (today: Sql): Sql => sql`(
  SELECT min(v.scheduled_on) FROM visits v
  WHERE v.school_id = s.id AND ${bookedVisit(today)})`;

/** The day of the latest visit nobody has logged (rule 8) of the row `s`. */
export const unloggedOn = (today: Sql): Sql => sql`(
  SELECT max(v.scheduled_on) FROM visits v
  WHERE v.school_id = s.id AND ${unloggedVisit(today)})`;

/** Whether a visit to the row `s` waits for a date. */
export const HAS_PROPOSED = raw(`EXISTS (
  SELECT FROM visits v WHERE v.school_id = s.id AND v.status = 'proposed')`);

/** What a search looks through, of the row `s`: its words as written and in one spelling. */
export const SEARCH_TEXT = raw('s.search_text');

/** The columns of the contract's School that stand in its row `s`. */
const SCHOOL_COLUMNS = raw(`
  s.id, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.urn,
  ${SERVED_REGISTER_KEYS.map((key) => `s.${columnName(key)} AS "${key}"`).join(', ')},
  s.in_scope AS "inScope", s.region_id AS "regionId", s.region_set_by_hand AS "regionSetByHand",
  s.notes,
  ARRAY(SELECT predecessor_urn FROM school_links k WHERE k.successor_urn = s.urn ORDER BY 1)
    AS "predecessorUrns",
  ARRAY(SELECT successor_urn FROM school_links k WHERE k.predecessor_urn = s.urn ORDER BY 1)
    AS "successorUrns"`);

export type SchoolRow = Omit<School, 'state' | 'dueOn'>;

/** Of the contract's School what is on record, from `schools s`. */
export function selectSchool({ today, kindsNotCounting }: AsOf): Sql {
  const day = shared(today);
  return sql`
  SELECT ${SCHOOL_COLUMNS}, ${lastVisitedOn(day, kindsNotCounting)} AS "lastVisitedOn",
    ${nextVisitOn(day)} AS "nextVisitOn", ${unloggedOn(day)} AS "unloggedOn",
    ${HAS_PROPOSED} AS proposed
  FROM schools s`;
}

export const READ_SCHOOL = statement(
  'schools.read',
  (id: string, asOf: AsOf) => sql<SchoolRow>`${selectSchool(asOf)} WHERE s.id = ${id}`,
);

/** What the filters of a list can be set to. */
export const FACETS = statement(
  'schools.facets',
  () => sql<{ districts: string[]; phases: string[] }>`
  SELECT ARRAY(SELECT DISTINCT district FROM schools WHERE district IS NOT NULL ORDER BY 1) AS districts,
    ARRAY(SELECT DISTINCT phase FROM schools WHERE phase IS NOT NULL ORDER BY 1) AS phases`,
);

export const SET_REGION = statement(
  'schools.set-region',
  (ids: readonly string[], region: string | null) => {
    const regionId = shared(region);
    return sql`
  UPDATE schools SET region_set_by_hand = ${regionId}::uuid IS NOT NULL,
    region_id = coalesce(${regionId}::uuid, region_id), version = version + 1, updated_at = now()
  WHERE id = ANY (${ids}::uuid[])`;
  },
);

export const IS_REGION = statement(
  'schools.is-region',
  (id: string) => sql`SELECT 1 FROM regions WHERE id = ${id}`,
);
