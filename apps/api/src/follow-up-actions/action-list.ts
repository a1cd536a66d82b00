import { ACTION_LIST, type DeletedAction, type FollowUpAction } from '@tracker/contract';
import { type ActionDue, actionDueBounds, type Day } from '@tracker/domain';
import {
  joined,
  onRecord,
  openAction,
  overdueAction,
  raw,
  type Sql,
  sql,
  statement,
} from '@tracker/data';
import { binList, type BinRow, inBinColumns } from '../http/bin';
import {
  type FilterConditions,
  holds,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { SEARCH_TEXT } from '../schools/school.queries';
import { anyOf, inRegions, searchPattern, searchWords } from '../schools/school-filters';

export const ACTION_SPEC: ListSpec<typeof ACTION_LIST> = {
  filters: ACTION_LIST.filters,
  sorts: {
    id: 'a.id',
    dueOn: 'a.due_on',
    title: 'a.title COLLATE "und-x-icu"',
    status: `array_position(ARRAY['open', 'in_progress', 'done', 'dropped'], a.status)`,
    priority: `array_position(ARRAY['high', 'normal', 'low'], a.priority)`,
    schoolName: 's.name COLLATE "und-x-icu"',
    ownerName: 'u.name COLLATE "und-x-icu"',
    closedAt: 'a.closed_at',
    createdAt: 'a.created_at',
  },
  defaultOrder: 'a.due_on ASC NULLS LAST',
  tieBreak: 'a.id',
};

/** The contract's FollowUpAction, from `follow_up_actions a` and what hangs on it. */
const ACTION_COLUMNS = raw(`
  a.id, a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt",
    a.school_id AS "schoolId", s.name AS "schoolName", s.region_id AS "regionId",
    a.visit_id AS "visitId", w.status IS NOT DISTINCT FROM 'void' AS "visitVoid", a.title, a.detail, a.owner_id AS "ownerId", u.name AS "ownerName",
    a.due_on AS "dueOn", a.priority, a.status, a.closed_at AS "closedAt",
    a.closed_by_id AS "closedById", c.name AS "closedByName", a.became_visit_id AS "becameVisitId",
    f.status AS "becameVisitStatus", coalesce(f.visited_on, f.scheduled_on) AS "becameVisitOn"`);

const ACTION_ROWS = raw(`
  FROM follow_up_actions a
  JOIN schools s ON s.id = a.school_id
  LEFT JOIN users u ON u.id = a.owner_id
  LEFT JOIN users c ON c.id = a.closed_by_id
  LEFT JOIN visits f ON f.id = a.became_visit_id
  LEFT JOIN visits w ON w.id = a.visit_id`);

export const SELECT_ACTION = sql`SELECT ${ACTION_COLUMNS} ${ACTION_ROWS}`;

export const READ_ACTION = statement(
  'follow-up-actions.read',
  (id: string) => sql<FollowUpAction>`${SELECT_ACTION} WHERE a.id = ${id} AND ${onRecord('a')}`,
);

export const ACTION_BIN = binList('a');

export const SELECT_DELETED_ACTION = statement(
  'follow-up-actions.bin',
  () => sql<BinRow<DeletedAction>>`
  SELECT ${ACTION_COLUMNS}, ${inBinColumns('a')} ${ACTION_ROWS}
  LEFT JOIN users d ON d.id = a.deleted_by_id`,
);

/** As many rows, with what the conditions of a list ask of. */
export const COUNTED_ACTIONS = sql`
  SELECT a.id FROM follow_up_actions a LEFT JOIN schools s ON s.id = a.school_id`;

/** The filters of a list of actions as conditions on `a` and `s`. */
export const ACTION_CONDITIONS: FilterConditions<typeof ACTION_LIST, { today: Day }> = {
  id: isOneOfIds('a.id'),
  q: wordsFound,
  schoolId: isAtSchool('a.school_id'),
  withPredecessors: null,
  visitId: is('a.visit_id'),
  ownerId: is('a.owner_id'),
  unowned: holds('a.owner_id IS NULL'),
  regionId: inRegions,
  status: isOneOf('a.status'),
  priority: isOneOf('a.priority'),
  dueBefore: (day) => overdueAction(sql`${day}`),
  // Where an action is not overdue it may be closed, or due on no day at all.
  overdue: (overdue, { today }) => {
    const late = overdueAction(sql`${today}`);
    return overdue ? late : sql`${late} IS NOT TRUE`;
  },
  due: (dues, { today }) => isDue(dues, today),
};

/** The action's title has a word, or its school is found by it. */
function wordFound(word: string, atSchool: readonly string[]): Sql {
  const found =
    atSchool.length === 0
      ? raw('false')
      : joined(
          atSchool.map((plain) => sql`${SEARCH_TEXT} LIKE ${searchPattern(plain)}`),
          ' AND ',
        );
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`a.id IN (SELECT t.id FROM follow_up_actions t WHERE lower(t.title) LIKE ${pattern}
      UNION ALL SELECT t.id FROM follow_up_actions t
      WHERE t.school_id = ANY (ARRAY(SELECT s.id FROM schools s WHERE ${found})))`;
}

/**
 * Every word must be in the action's title or in what its school is found by: as written, or in the
 * one spelling of schools, in which "Church of England" is one word.
 */
function wordsFound(q: string): Sql[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const asWritten = joined(
    words.map((word) => wordFound(word, searchWords(word))),
    ' AND ',
  );
  const spelled = searchWords(q);
  if (spelled.length === 0 || spelled.length === words.length) return [asWritten];
  const inOneSpelling = joined(
    spelled.map((word) => wordFound(word, [word])),
    ' AND ',
  );
  return [anyOf([asWritten, inOneSpelling])];
}

const MOST_WORDS = 8;

function isDue(dues: readonly ActionDue[], today: Day): Sql {
  const parts = dues.map((due) => {
    if (due === 'no_date') return raw('a.due_on IS NULL');
    const { from, to } = actionDueBounds(due, today);
    const bounds = [
      ...(from === undefined ? [] : [sql`a.due_on >= ${from}::date`]),
      ...(to === undefined ? [] : [sql`a.due_on <= ${to}::date`]),
    ];
    return sql`(${joined(bounds, ' AND ')})`;
  });
  return sql`${openAction()} AND (${anyOf(parts)})`;
}
