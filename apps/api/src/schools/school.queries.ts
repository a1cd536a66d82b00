import type { School } from '@tracker/contract';
import { type Day, SERVED_REGISTER_KEYS } from '@tracker/domain';
import {
  columnName,
  hasProposed,
  lastVisitOn,
  latestUnloggedOn,
  nextBookedOn,
  raw,
  shared,
  type Sql,
  sql,
  standingsOn,
  statement,
} from '@tracker/data';
import type { NarrowRows } from '../http/page-of';

/** What a search looks through, of the row `s`: its words as written and in one spelling. */
export const SEARCH_TEXT = raw('s.search_text');

/** The columns of the contract's School that stand in its row `s`. */
const READ_COLUMNS = raw(`
  s.id, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.urn,
  ${SERVED_REGISTER_KEYS.map((key) => `s.${columnName(key)} AS "${key}"`).join(', ')},
  s.in_scope AS "inScope", s.region_id AS "regionId", s.region_set_by_hand AS "regionSetByHand",
  s.notes,
  ARRAY(SELECT predecessor_urn FROM school_links k WHERE k.successor_urn = s.urn ORDER BY 1)
    AS "predecessorUrns",
  ARRAY(SELECT successor_urn FROM school_links k WHERE k.predecessor_urn = s.urn ORDER BY 1)
    AS "successorUrns"`);

export type SchoolOnRecord = Omit<School, 'state' | 'dueOn'>;

/** Of the contract's School what is on record and what its standing `k` says on a day. */
const columns = (
  today: Sql,
): Sql => sql`${READ_COLUMNS}, ${lastVisitOn(today, 'k')} AS "lastVisitedOn",
    ${nextBookedOn(today, 'k')} AS "nextVisitOn", ${latestUnloggedOn(today, 'k')} AS "unloggedOn",
    ${hasProposed('k')} AS proposed`;

/** Each school on record with what `SchoolOnRecord` has. @param today SQL for the day, as of the pieces below */
export const selectSchool = (today: Sql): Sql => sql`
  SELECT ${columns(today)} FROM schools s JOIN ${standingsOn(today)} t ON t.school_id = s.id
  JOIN school_standings k ON k.school_id = s.id`;

/** As many rows, for which standings are looked at only where a condition asks for one. */
export const COUNTED_SCHOOLS = sql`
  SELECT s.id FROM schools s LEFT JOIN school_standings t ON t.school_id = s.id`;

/**
 * What a page is found by, of schools `s` and standings `t`.
 *
 * @param last SQL for the day of the last visit
 * @param joined JOIN and what `t` is
 */
const found = (today: Sql, last: Sql, joined: Sql): Sql => sql`
  SELECT s.id AS school_id, ${last} AS last_visited_on, ${nextBookedOn(today)} AS "nextVisitOn"
  FROM schools s ${joined} t ON t.school_id = s.id`;
const LAST = raw('t.last_visited_on');

/** In the order of the index; the few whose last visit lies in the future are sorted in between. */
const byLastVisit = (today: Sql, order: string) => (where: Sql, most: number) => sql`
  SELECT t.* FROM (
    (${found(today, LAST, sql`JOIN (SELECT * FROM school_standings o WHERE (o.last_visited_on > ${today}::date) IS NOT TRUE)`)}
     ${where} ORDER BY ${raw(order)} LIMIT ${most})
    UNION ALL
    (${found(today, lastVisitOn(today), sql`JOIN (SELECT * FROM school_standings o WHERE o.last_visited_on > ${today}::date)`)}
     ${where})
  ) t JOIN schools s ON s.id = t.school_id`;

/** Of all schools the index itself says which come first, without their rows. */
const allByName = (): Sql => sql`SELECT s.id AS school_id FROM schools s`;
const allByLastVisit = (today: Sql, order: string) => (_: Sql, most: number) => sql`
  SELECT t.school_id FROM (
    (SELECT t.school_id, t.last_visited_on FROM school_standings t
     WHERE (t.last_visited_on > ${today}::date) IS NOT TRUE
     ORDER BY ${raw(order.replace('s.id', 't.school_id'))} LIMIT ${most})
    UNION ALL
    SELECT t.school_id, ${lastVisitOn(today)} FROM school_standings t
    WHERE t.last_visited_on > ${today}::date
  ) t CROSS JOIN LATERAL (SELECT t.school_id AS id) s`;

/** A quicker way to the first of a list in this order; none for most orders. */
function firstSchools(today: Sql, order: string, areAll: boolean): NarrowRows['first'] {
  if (order.startsWith(LAST.toString())) {
    return areAll ? allByLastVisit(today, order) : byLastVisit(today, order);
  }
  return areAll && order.startsWith('s.name') ? allByName : undefined;
}

/**
 * A page is found by little, and what is shown of a school read for its rows alone.
 *
 * @param order the text of ORDER BY
 * @param areAll whether all schools are listed
 * @param onlyFound what a search has found, where nothing else is asked and it is in the order of names
 */
export function narrowSchools(
  today: Sql,
  order: string,
  areAll: boolean,
  onlyFound: Sql | null,
): NarrowRows {
  const first = onlyFound
    ? () => sql`SELECT s.id AS school_id FROM ${onlyFound} s`
    : firstSchools(today, order, areAll);
  return {
    // Joined so that it is left out where neither a condition nor the order asks for it.
    select: found(today, lastVisitOn(today), raw('LEFT JOIN school_standings')),
    ...(first && { first }),
    around: (some) => sql`
  SELECT ${columns(today)} FROM ${some} f
  JOIN schools s ON s.id = f.school_id JOIN school_standings k ON k.school_id = s.id
  CROSS JOIN LATERAL (SELECT ${lastVisitOn(today, 'k')} AS last_visited_on, k.school_id) t`,
  };
}

export const READ_SCHOOL = statement('schools.read', (id: string, today: Day) => {
  const day = shared(today);
  return sql<SchoolOnRecord>`
  SELECT ${columns(day)} FROM schools s JOIN school_standings k ON k.school_id = s.id
  WHERE s.id = ${id}`;
});

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
