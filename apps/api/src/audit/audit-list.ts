import { AUDIT_LIST, HISTORY_LIST } from '@tracker/contract';
import { AUDITED_TABLES } from '@tracker/domain';
import { joined, type Sql, sql, statement } from '@tracker/data';
import { isUUID } from 'class-validator';
import { type FilterConditions, is, isOneOf } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { containing, SqlConditions } from '../http/sql-conditions';
import { SEARCH_TEXT } from '../schools/school.queries';
import { searchPattern, searchWords } from '../schools/school-filters';
import type { EntryRow } from './audit-row';

/** Words of a search that are looked for. */
const MOST_WORDS = 8;

/** What an account consists of, and the ends of its sessions. */
const ABOUT_USERS = ['users', 'user_regions', 'sessions'];

const ORDER = {
  sorts: { at: 'e.at' },
  defaultOrder: 'e.at DESC',
  tieBreak: 'e.id',
};

export const AUDIT_SPEC: ListSpec<typeof AUDIT_LIST> = { filters: AUDIT_LIST.filters, ...ORDER };

export const HISTORY_SPEC: ListSpec<typeof HISTORY_LIST> = {
  filters: HISTORY_LIST.filters,
  ...ORDER,
};

export const ENTRIES = statement(
  'audit.entries',
  () => sql<EntryRow>`
  SELECT e.id, e.at, e.actor, e.user_id AS "userId", u.name AS "userName", e.source, e.entity,
    e.record_id AS "recordId", e.school_id AS "schoolId", s.name AS "schoolName", e.action,
    e.changes
  FROM audit_entries e
  LEFT JOIN users u ON u.id = e.user_id
  LEFT JOIN schools s ON s.id = e.school_id`,
);

/** The filters of the audit trail as conditions on `e`, `u` and `s`. */
export const AUDIT_CONDITIONS: FilterConditions<typeof AUDIT_LIST> = {
  entity: isOneOf('e.entity'),
  recordId: is('e.record_id'),
  // Each of their regions is a record of its own, called by both.
  aboutUser: (id) =>
    sql`e.record_id = ANY (
          ARRAY(SELECT ${id}::text UNION ALL SELECT ${id} || '-' || id FROM regions))
        AND e.entity = ANY (${ABOUT_USERS}::text[])`,
  schoolId: is('e.school_id'),
  userId: is('e.user_id'),
  actor: isOneOf('e.actor'),
  action: isOneOf('e.action'),
  from: (day) => sql`e.at >= ${day}::date::timestamp AT TIME ZONE 'Europe/London'`,
  to: (day) => sql`e.at < (${day}::date + 1)::timestamp AT TIME ZONE 'Europe/London'`,
  q: wordsFound,
};

/**
 * A search: a reference as it stands, or else what people wrote (each word by its beginning), the
 * name of a school or of a person (who did it, or whose account it was done to), each of which finds
 * its entries by an index.
 */
function wordsFound(q: string): Sql {
  // Beside the others it would keep their indexes from being used.
  if (isUUID(q.trim())) return sql`e.source = ${q.trim().toLowerCase()}`;
  const prefixes = q
    .replace(/['\\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => `'${word}':*`);
  const name = q.trim();
  const parts = [
    sql`e.user_id = ANY (ARRAY(SELECT id FROM users WHERE ${containing('name', name)}))`,
    // What was done to their account stands under its id, whoever did it.
    sql`e.entity = 'users' AND e.record_id = ANY
      (ARRAY(SELECT id::text FROM users WHERE ${containing('name', name)}))`,
  ];
  if (prefixes.length > 0) {
    const query = prefixes.join(' & ');
    parts.push(sql`e.actor <> 'import'
      AND to_tsvector('simple', e.changes) @@ to_tsquery('simple', ${query})`);
  }
  const words = searchWords(q);
  if (words.length > 0) {
    const named = schoolsNamed(words);
    parts.push(sql`e.school_id = ANY (ARRAY(SELECT s.id FROM schools s WHERE ${named}))`);
  }
  return joined(
    parts.map((part) => sql`(${part})`),
    ' OR ',
  );
}

/** Schools in whose name, town, postcode or URN every word stands. */
const schoolsNamed = (words: readonly string[]): Sql =>
  joined(
    words.map((word) => sql`${SEARCH_TEXT} LIKE ${searchPattern(word)}`),
    ' AND ',
  );

/** The history of a record with all that hangs on it. */
export const HISTORY_CONDITIONS: FilterConditions<typeof HISTORY_LIST> = {
  schoolId: is('e.school_id'),
  visitId: (id) =>
    sql`e.entity IN ('visits', 'visit_outcomes') AND e.record_id = ${id}
        OR e.entity = 'follow_up_actions'
          AND e.record_id IN (SELECT id::text FROM follow_up_actions WHERE visit_id = ${id})
        OR e.school_id = (SELECT school_id FROM visits WHERE id = ${id})
          AND e.entity IN ('visit_people_met', 'visit_outcome_tags')
          AND e.record_id LIKE ${id} || '-%'`,
  regionId: (id) =>
    sql`e.entity = 'regions' AND e.record_id = ${id} OR e.entity = 'region_districts'
        AND strpos(e.changes ->> 'region_id', ${id}) > 0`,
};

const OPEN_HISTORY = Object.entries(AUDITED_TABLES)
  .filter(([, { open }]) => open)
  .map(([table]) => table);

/** Records whose history everybody may read. */
export const openHistory = (): SqlConditions =>
  new SqlConditions().add(sql`e.entity = ANY (${OPEN_HISTORY}::text[])`);
