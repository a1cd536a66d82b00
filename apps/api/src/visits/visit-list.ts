import { academicYearSpan, type Day, VISIT_KINDS, VISIT_STATUSES } from '@tracker/domain';
import {
  agreedVisit,
  alikeSql,
  countingVisit,
  REASON_ALIKE,
  shared,
  sql,
  unloggedVisit,
  VISIT_DAY,
  VISIT_WITHIN_DAY,
  visitWithSurvey,
} from '@tracker/server';
import type { ListSpec } from '../http/list-query';
import { type SqlConditions, whether } from '../http/sql-conditions';
import { addGroupFilters, addSearch, SCHOOL_GROUP_FILTERS } from '../schools/school-filters';
import { AT_CLOSED_SCHOOL } from './visit.queries';

export const VISIT_LIST: ListSpec = {
  filters: {
    id: 'uuids',
    q: 'text',
    schoolId: 'uuids',
    withPredecessors: 'boolean',
    ...SCHOOL_GROUP_FILTERS,
    kind: VISIT_KINDS,
    status: VISIT_STATUSES,
    visitorId: 'uuid',
    academicYear: 'academicYear',
    unlogged: 'boolean',
    past: 'boolean',
    atClosedSchool: 'boolean',
    withoutVisitor: 'boolean',
    counting: 'boolean',
    surveySubmitted: 'boolean',
    cancelledBy: ['school', 'hub'],
    reason: 'text',
    from: 'day',
    to: 'day',
  },
  sorts: {
    id: 'v.id',
    day: `${VISIT_DAY}`,
    scheduledOn: 'v.scheduled_on',
    visitedOn: 'v.visited_on',
    schoolName: 's.name COLLATE "und-x-icu"',
    status: 'v.status',
    kind: 'v.kind',
    visitorName: '"visitorName"',
    createdAt: 'v.created_at',
  },
  defaultOrder: `${VISIT_DAY} DESC NULLS FIRST`,
  // Whatever else a list is sorted by, alike ones stand the latest day first, as the list itself does.
  tieBreak: `${VISIT_DAY} DESC NULLS FIRST, ${VISIT_WITHIN_DAY}`,
};

/** The filters of a list of visits as conditions on `v` and `s`. */
export function addVisitFilters(
  conditions: SqlConditions,
  filter: Record<string, unknown>,
  { today, kindsNotCounting }: { today: Day; kindsNotCounting: readonly string[] },
): void {
  const { id, q, schoolId, withPredecessors, kind, status, visitorId } = filter;
  const { counting, surveySubmitted, cancelledBy, reason } = filter;
  const { academicYear, unlogged, past, atClosedSchool, withoutVisitor, from, to } = filter;
  if (id) conditions.add(sql`v.id = ANY (${id}::uuid[])`);
  if (q) addSearch(conditions, q as string);
  if (schoolId && withPredecessors) {
    conditions.add(
      sql`v.school_id IN (
        SELECT ancestor_id FROM school_lineage WHERE school_id = ANY (${schoolId}::uuid[]))`,
    );
  } else if (schoolId) {
    conditions.add(sql`v.school_id = ANY (${schoolId}::uuid[])`);
  }
  addGroupFilters(conditions, filter);
  if (kind) conditions.add(sql`v.kind = ANY (${kind}::text[])`);
  if (status) conditions.add(sql`v.status = ANY (${status}::text[])`);
  if (visitorId) conditions.add(sql`v.visitor_id = ${visitorId}`);
  if (academicYear) {
    const { opensOn, closesOn } = academicYearSpan(academicYear as string);
    conditions.add(sql`${VISIT_DAY} BETWEEN ${opensOn}::date AND ${closesOn}::date`);
  }
  if (from) conditions.add(sql`${VISIT_DAY} >= ${from}::date`);
  if (to) conditions.add(sql`${VISIT_DAY} <= ${to}::date`);
  if (atClosedSchool !== undefined) conditions.add(whether(atClosedSchool, AT_CLOSED_SCHOOL));
  if (withoutVisitor !== undefined) {
    const isWithout = sql`(v.visitor_id IS NULL AND ${agreedVisit()})`;
    conditions.add(whether(withoutVisitor, isWithout));
  }
  if (unlogged !== undefined) {
    conditions.add(whether(unlogged, unloggedVisit(sql`${today}`)));
  }
  if (past !== undefined) {
    const day = shared(today);
    // What today's visits came to is past; those still to be made today are not.
    const isPast = sql`(${VISIT_DAY} IS NOT NULL AND (${VISIT_DAY} < ${day}::date
        OR (${VISIT_DAY} = ${day}::date AND v.status NOT IN ('scheduled', 'confirmed'))))`;
    conditions.add(whether(past, isPast));
  }
  if (counting !== undefined) {
    conditions.add(whether(counting, countingVisit(sql`${kindsNotCounting}`)));
  }
  if (surveySubmitted !== undefined) conditions.add(whether(surveySubmitted, visitWithSurvey()));
  if (cancelledBy) conditions.add(sql`v.cancelled_by = ANY (${cancelledBy}::text[])`);
  if (reason) conditions.add(sql`${REASON_ALIKE} = ${alikeSql(sql`${reason}::text`)}`);
}
