import { type Mail, MAIL_LIST, reachOf, type SignedInUser } from '@tracker/contract';
import { agreedVisit, joined, raw, type Sql, sql, statement } from '@tracker/data';
import {
  type FilterConditions,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { SqlConditions } from '../http/sql-conditions';

export const MAIL_SPEC: ListSpec<typeof MAIL_LIST> = {
  filters: MAIL_LIST.filters,
  sorts: {
    id: 'm.id',
    createdAt: 'm.created_at',
    sentAt: 'm.sent_at',
    status: 'm.status',
    kind: 'm.kind',
    toName: 'm.to_name COLLATE "und-x-icu"',
  },
  defaultOrder: 'm.created_at DESC',
  tieBreak: 'm.id',
};

/**
 * Whether a mail about a visit still says what is so: the visit is where and when it says, and no newer
 * mail about it goes to the school. Of other mails nothing can change.
 */
const HOLDS = sql`(m.event IS NULL OR m.visit_id IS NULL OR (
    NOT EXISTS (SELECT FROM mails newer WHERE newer.visit_id = m.visit_id
      AND newer.school_id = m.school_id AND newer.sequence > m.sequence
      AND newer.status IN ('waiting', 'sending', 'sent', 'uncertain'))
    AND (m.event ->> 'method' = 'CANCEL' OR EXISTS (SELECT FROM visits v WHERE v.id = m.visit_id
      AND v.school_id = m.school_id AND v.scheduled_on::text = m.event ->> 'day'
      AND v.start_time IS NOT DISTINCT FROM m.event ->> 'startTime'
      AND ${agreedVisit()}))))`;

/** What a search looks through, of the row `m`; the index of the same name is over this expression. */
const SEARCH_TEXT = raw('mail_search_text(m.subject, m.to_name, m.to_address)');

/** The contract's Mail but for `commands`, which the rules say, and whether what it says still holds. */
export const SELECT_MAIL = sql<MailRow>`
  SELECT m.id, m.version, m.created_at AS "createdAt", m.updated_at AS "updatedAt", m.kind, m.status,
    m.to_name AS "toName", m.to_address AS "toAddress", m.subject, m.body, m.event AS invitation,
    m.school_id AS "schoolId", s.name AS "schoolName", m.visit_id AS "visitId",
    m.contact_id AS "contactId", m.user_id AS "userId", m.attempts,
    CASE WHEN m.status = 'waiting' THEN m.next_attempt_at END AS "nextAttemptAt",
    m.sent_at AS "sentAt", m.last_error AS "lastError", h.name AS "handledByName",
    m.handled_at AS "handledAt", ${HOLDS} AS holds
  FROM mails m
  LEFT JOIN schools s ON s.id = m.school_id
  LEFT JOIN users h ON h.id = m.handled_by_id`;

/**
 * What holds of mails a user may read: all for those who run the hub, for the others those to schools
 * and their own.
 */
const readable = (user: SignedInUser): Sql[] =>
  reachOf(user, 'runHub') === 'all' ? [] : [sql`(m.user_id IS NULL OR m.user_id = ${user.id})`];

/** One mail, if the user may read it. */
export const READ_MAIL = statement(
  'mail.read',
  (user: SignedInUser, id: string) => sql<MailRow>`${SELECT_MAIL}
  WHERE ${joined([...readable(user), sql`m.id = ${id}`], ' AND ')}`,
);

export function readableMails(user: SignedInUser): SqlConditions {
  const conditions = new SqlConditions();
  for (const condition of readable(user)) conditions.add(condition);
  return conditions;
}

/** The filters of a list of mails as conditions on `m`. */
export const MAIL_CONDITIONS: FilterConditions<typeof MAIL_LIST> = {
  id: isOneOfIds('m.id'),
  status: isOneOf('m.status'),
  kind: isOneOf('m.kind'),
  schoolId: isAtSchool('m.school_id'),
  withPredecessors: null,
  visitId: is('m.visit_id'),
  q: (q) => {
    const part = q.replace(/[\\%_]/g, '\\$&');
    return sql`${SEARCH_TEXT} LIKE lower(${`%${part}%`})`;
  },
};

/** A row of SELECT_MAIL. */
export type MailRow = Omit<Mail, 'commands'> & { holds: boolean };
