import type { Visit } from '@tracker/contract';
import type { Day, OutcomeTagKind, SchoolSaid } from '@tracker/domain';
import { agreedVisit, onRecord, openVisit, raw, type Sql, sql, statement } from '@tracker/data';

/** Rule 5: a visit still planned at a school that has closed meanwhile, of `visits v`, `schools s`. */
export const AT_CLOSED_SCHOOL = sql`(s.status = 'closed' AND ${openVisit()})`;

/** That the school cannot make the day it has now, of `visits v`, and nobody has seen to it. */
const CANNOT_MAKE_IT = sql`FROM visit_declines d
  WHERE d.visit_id = v.id AND d.scheduled_on = v.scheduled_on AND d.handled_at IS NULL`;

export const DECLINED = sql`(${agreedVisit()} AND EXISTS (SELECT ${CANNOT_MAKE_IT}))`;

const SCHOOL_CANNOT = sql`CASE WHEN ${agreedVisit()} THEN (SELECT json_build_object(
    'saidOn', (d.said_at AT TIME ZONE 'Europe/London')::date, 'said', d.said) ${CANNOT_MAKE_IT}) END`;

/** Schools that followed the visit's own and are not closed themselves. */
const SUCCESSORS = sql`(
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) ORDER BY n.name, n.id), '[]')
  FROM school_lineage l JOIN schools n ON n.id = l.school_id AND n.status <> 'closed'
  WHERE l.ancestor_id = v.school_id AND l.school_id <> v.school_id)`;

const tagIds = (kind: OutcomeTagKind): Sql => sql`(
  SELECT coalesce(json_agg(t.id ORDER BY lower(t.label)), '[]')
  FROM visit_outcome_tags m JOIN outcome_tags t ON t.id = m.tag_id AND t.kind = '${raw(kind)}'
  WHERE m.visit_id = o.visit_id)`;

const PEOPLE_MET = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'contactId', (SELECT c.id FROM contacts c WHERE c.id = p.contact_id AND ${onRecord('c')}),
    'name', p.name, 'role', p.role) ORDER BY p.position), '[]')
  FROM visit_people_met p WHERE p.visit_id = o.visit_id)`;

const CORRECTION = sql`
  CASE WHEN o.corrected_at IS NULL THEN NULL ELSE json_build_object(
    'at', o.corrected_at, 'byId', o.corrected_by_id, 'reason', o.correction_reason,
    'byName', (SELECT c.name FROM users c WHERE c.id = o.corrected_by_id)) END`;

/** The contract's VisitOutcome, from `visit_outcomes o`; `metWith` only as it was typed. */
const OUTCOME_JSON = sql`json_build_object(
  'metWith', o.met_with, 'peopleMet', ${PEOPLE_MET}, 'summary', o.summary,
  'strengths', o.strengths, 'strengthTagIds', ${tagIds('strength')},
  'needs', o.needs, 'needTagIds', ${tagIds('need')},
  'engagementLevel', o.engagement_level, 'engagementReason', o.engagement_reason,
  'loggedById', o.logged_by_id, 'loggedAt', o.logged_at, 'correction', ${CORRECTION})`;

/**
 * The contract's Visit, from `visits v`, `schools s`, `visit_outcomes o` and `users u`.
 * `academicYear` and `unlogged` are the rules' to say and are added afterwards.
 */
export const SELECT_VISIT = sql`
  SELECT v.id, v.version, v.created_at AS "createdAt", v.updated_at AS "updatedAt",
    v.school_id AS "schoolId", s.name AS "schoolName", s.region_id AS "regionId", v.kind, v.status,
    v.scheduled_on AS "scheduledOn", v.start_time AS "startTime", v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", v.visited_on AS "visitedOn",
    v.cancelled_by AS "cancelledBy", v.cancel_reason AS "cancelReason",
    v.not_held_reason AS "notHeldReason", v.voided_from AS "voidedFrom",
    v.void_reason AS "voidReason", v.voided_at AS "voidedAt", w.name AS "voidedByName",
    v.purpose, v.follows_visit_id AS "followsVisitId",
    CASE WHEN o.visit_id IS NULL THEN NULL ELSE ${OUTCOME_JSON} END AS outcome,
    ${SCHOOL_CANNOT} AS "schoolCannot", ${AT_CLOSED_SCHOOL} AS "atClosedSchool",
    CASE WHEN ${AT_CLOSED_SCHOOL} THEN ${SUCCESSORS} ELSE '[]' END AS successors
  FROM visits v
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN users u ON u.id = v.visitor_id
  LEFT JOIN users w ON w.id = v.voided_by_id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`;

export type VisitOnRecord = Omit<Visit, 'academicYear' | 'unlogged' | 'schoolCannot'> & {
  schoolCannot: { saidOn: Day; said: SchoolSaid } | null;
};

export const READ_VISIT = statement(
  'visits.read',
  (id: string) => sql<VisitOnRecord>`${SELECT_VISIT} WHERE v.id = ${id}`,
);

/** As many rows, with what the conditions of a list ask of. */
export const COUNTED_VISITS = sql`
  SELECT v.id FROM visits v LEFT JOIN schools s ON s.id = v.school_id`;
