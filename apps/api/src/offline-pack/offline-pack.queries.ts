import { agreedVisit, heldVisit, onRecord, openAction, VISIT_WITHIN_DAY } from '@tracker/server';
import { SELECT_CONTACT } from '../contacts/contacts.service';
import { SELECT_ACTION } from '../follow-up-actions/action-list';

/** Ids of the visits that somebody ($1) is to make until a day ($2), or has not logged yet. */
export const OWN_VISITS = `
  SELECT v.id FROM visits v JOIN schools s ON s.id = v.school_id
  WHERE v.visitor_id = $1 AND ${agreedVisit('v')} AND v.scheduled_on <= $2::date
  ORDER BY v.scheduled_on, ${VISIT_WITHIN_DAY} LIMIT 100`;

/** Of each school ($1) its last completed visit, a predecessor's too. */
export const LAST_VISITS = `
  SELECT DISTINCT ON (l.school_id) l.school_id AS "schoolId", v.id
  FROM school_lineage l
  JOIN visits v ON v.school_id = l.ancestor_id AND ${heldVisit()}
  WHERE l.school_id = ANY ($1::uuid[])
  ORDER BY l.school_id, v.visited_on DESC, v.id`;

export const CONTACTS_OF = `${SELECT_CONTACT} WHERE c.school_id = ANY ($1::uuid[]) AND ${onRecord('c')}
  ORDER BY array_position(ARRAY['head_teacher', 'music_lead', 'other'], c.role),
    c.name COLLATE "und-x-icu", c.id`;

/** What is still to be done for each school ($1), its predecessors' too. */
export const OPEN_ACTIONS_OF = `
  SELECT l.school_id AS "forSchoolId", x.*
  FROM school_lineage l
  JOIN (${SELECT_ACTION} WHERE ${openAction()}
    AND a.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ANY ($1::uuid[]))
  ) AS x ON x."schoolId" = l.ancestor_id
  WHERE l.school_id = ANY ($1::uuid[])
  ORDER BY x."dueOn" NULLS LAST, x.id`;

export const PLANS_OF = `
  SELECT DISTINCT ON (school_id) school_id AS "schoolId", academic_year AS "academicYear", url,
    known_on AS "knownOn"
  FROM music_development_plans WHERE school_id = ANY ($1::uuid[])
  ORDER BY school_id, academic_year DESC`;

export const STAFF = `
  SELECT id, name FROM users WHERE active ORDER BY name COLLATE "und-x-icu", id`;
