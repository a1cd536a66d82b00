import type { Contact, FollowUpAction, OfflinePack } from '@tracker/contract';
import type { Day } from '@tracker/domain';
import {
  agreedVisit,
  heldVisit,
  onRecord,
  openAction,
  shared,
  sql,
  statement,
  VISIT_WITHIN_DAY,
} from '@tracker/data';
import { SELECT_CONTACT } from '../contacts/contacts.service';
import { SELECT_ACTION } from '../follow-up-actions/action-list';

/** Ids of the visits that somebody is to make until a day, or has not logged yet. */
export const OWN_VISITS = statement(
  'offline-pack.own-visits',
  (visitorId: string, until: Day) => sql<{ id: string }>`
  SELECT v.id FROM visits v JOIN schools s ON s.id = v.school_id
  WHERE v.visitor_id = ${visitorId} AND ${agreedVisit('v')} AND v.scheduled_on <= ${until}::date
  ORDER BY v.scheduled_on, ${VISIT_WITHIN_DAY} LIMIT 100`,
);

/** Of each school its last completed visit, a predecessor's too. */
export const LAST_VISITS = statement(
  'offline-pack.last-visits',
  (schoolIds: readonly string[]) => sql<{ schoolId: string; id: string }>`
  SELECT DISTINCT ON (l.school_id) l.school_id AS "schoolId", v.id
  FROM school_lineage l
  JOIN visits v ON v.school_id = l.ancestor_id AND ${heldVisit()}
  WHERE l.school_id = ANY (${schoolIds}::uuid[])
  ORDER BY l.school_id, v.visited_on DESC, v.id`,
);

export const CONTACTS_OF = statement(
  'offline-pack.contacts',
  (schoolIds: readonly string[]) => sql<Contact>`${SELECT_CONTACT}
  WHERE c.school_id = ANY (${schoolIds}::uuid[]) AND ${onRecord('c')}
  ORDER BY array_position(ARRAY['head_teacher', 'music_lead', 'other'], c.role),
    c.name COLLATE "und-x-icu", c.id`,
);

/** What is still to be done for each school, its predecessors' too. */
export const OPEN_ACTIONS_OF = statement(
  'offline-pack.open-actions',
  (schoolIds: readonly string[]) => {
    const ids = shared(schoolIds);
    return sql<FollowUpAction & { forSchoolId: string }>`
  SELECT l.school_id AS "forSchoolId", x.*
  FROM school_lineage l
  JOIN (${SELECT_ACTION} WHERE ${openAction()}
    AND a.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ANY (${ids}::uuid[]))
  ) AS x ON x."schoolId" = l.ancestor_id
  WHERE l.school_id = ANY (${ids}::uuid[])
  ORDER BY x."dueOn" NULLS LAST, x.id`;
  },
);

export const STAFF = statement(
  'offline-pack.staff',
  () => sql<OfflinePack['staff'][number]>`
  SELECT id, name FROM users WHERE active ORDER BY name COLLATE "und-x-icu", id`,
);
