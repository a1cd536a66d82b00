import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDITED_RECORDS, OPEN_HISTORY } from '@tracker/domain';
import { joined, type Sql, sql, statement } from '@tracker/server';
import { isUUID } from 'class-validator';
import type { ListQuery, ListSpec } from '../http/list-query';
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

export const AUDIT_LIST: ListSpec = {
  filters: {
    q: 'text',
    entity: Object.keys(AUDITED_RECORDS),
    recordId: 'text',
    aboutUser: 'uuid',
    schoolId: 'uuid',
    userId: 'uuid',
    actor: AUDIT_ACTORS,
    action: AUDIT_ACTIONS,
    from: 'day',
    to: 'day',
  },
  ...ORDER,
};

export const HISTORY_LIST: ListSpec = {
  filters: { schoolId: 'uuid', visitId: 'uuid', regionId: 'uuid' },
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
export function auditConditions({ filter }: ListQuery): SqlConditions {
  const { q, entity, recordId, aboutUser, schoolId, userId, actor, action, from, to } = filter;
  const conditions = new SqlConditions();
  if (entity) conditions.add(sql`e.entity = ANY (${entity}::text[])`);
  if (recordId) conditions.add(sql`e.record_id = ${recordId}`);
  if (aboutUser) {
    // Each of their regions is a record of its own, called by both.
    conditions.add(
      sql`e.record_id = ANY (
          ARRAY(SELECT ${aboutUser}::text UNION ALL SELECT ${aboutUser} || '-' || id FROM regions))
        AND e.entity = ANY (${ABOUT_USERS}::text[])`,
    );
  }
  if (schoolId) conditions.add(sql`e.school_id = ${schoolId}`);
  if (userId) conditions.add(sql`e.user_id = ${userId}`);
  if (actor) conditions.add(sql`e.actor = ANY (${actor}::text[])`);
  if (action) conditions.add(sql`e.action = ANY (${action}::text[])`);
  if (from) conditions.add(sql`e.at >= ${from}::date::timestamp AT TIME ZONE 'Europe/London'`);
  if (to) conditions.add(sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Europe/London'`);
  if (q) {
    addWords(conditions, q as string);
  }
  return conditions;
}

/**
 * A search: a reference as it stands, or else what people wrote (each word by its beginning), the
 * name of a school or of a person (who did it, or whose account it was done to), each of which finds
 * its entries by an index.
 */
function addWords(conditions: SqlConditions, q: string): void {
  // Beside the others it would keep their indexes from being used.
  if (isUUID(q.trim())) {
    conditions.add(sql`e.source = ${q.trim().toLowerCase()}`);
    return;
  }
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
  conditions.add(
    joined(
      parts.map((part) => sql`(${part})`),
      ' OR ',
    ),
  );
}

/** Schools in whose name, town, postcode or URN every word stands. */
const schoolsNamed = (words: readonly string[]): Sql =>
  joined(
    words.map((word) => sql`${SEARCH_TEXT} LIKE ${searchPattern(word)}`),
    ' AND ',
  );

/** The history of a record with all that hangs on it; of every open record without a filter. */
export function historyConditions({ filter }: ListQuery): SqlConditions {
  const { schoolId, visitId, regionId } = filter;
  const conditions = new SqlConditions().add(sql`e.entity = ANY (${OPEN_HISTORY}::text[])`);
  if (schoolId) conditions.add(sql`e.school_id = ${schoolId}`);
  if (visitId) {
    conditions.add(
      sql`e.entity IN ('visits', 'visit_outcomes') AND e.record_id = ${visitId}
        OR e.entity = 'follow_up_actions'
          AND e.record_id IN (SELECT id::text FROM follow_up_actions WHERE visit_id = ${visitId})
        OR e.school_id = (SELECT school_id FROM visits WHERE id = ${visitId})
          AND e.entity IN ('visit_people_met', 'visit_outcome_tags')
          AND e.record_id LIKE ${visitId} || '-%'`,
    );
  }
  if (regionId) {
    conditions.add(
      sql`e.entity = 'regions' AND e.record_id = ${regionId} OR e.entity = 'region_districts'
        AND strpos(e.changes ->> 'region_id', ${regionId}) > 0`,
    );
  }
  return conditions;
}
