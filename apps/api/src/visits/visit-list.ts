import { agreedVisit, countingVisit, visitWithSurvey, unloggedVisit } from '@tracker/server';
import { academicYearSpan, type Day, VISIT_KINDS, VISIT_STATUSES } from '@tracker/domain';
import { VISIT_WITHIN_DAY } from '@tracker/server';
import type { ListSpec } from '../http/list-query';
import type { SqlConditions } from '../http/sql-conditions';
import { addGroupFilters, addSearch, SCHOOL_GROUP_FILTERS } from '../schools/school-filters';
import { alike, AT_CLOSED_SCHOOL, REASON_ALIKE, VISIT_DAY } from './visit.queries';

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
    day: VISIT_DAY,
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
  if (id) conditions.add('v.id = ANY (?::uuid[])', id);
  if (q) addSearch(conditions, q as string);
  if (schoolId && withPredecessors) {
    conditions.add(
      'v.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ANY (?::uuid[]))',
      schoolId,
    );
  } else if (schoolId) {
    conditions.add('v.school_id = ANY (?::uuid[])', schoolId);
  }
  addGroupFilters(conditions, filter);
  if (kind) conditions.add('v.kind = ANY (?::text[])', kind);
  if (status) conditions.add('v.status = ANY (?::text[])', status);
  if (visitorId) conditions.add('v.visitor_id = ?', visitorId);
  if (academicYear) {
    const { opensOn, closesOn } = academicYearSpan(academicYear as string);
    conditions.add(`${VISIT_DAY} BETWEEN ?::date AND ?::date`, opensOn, closesOn);
  }
  if (from) conditions.add(`${VISIT_DAY} >= ?::date`, from);
  if (to) conditions.add(`${VISIT_DAY} <= ?::date`, to);
  if (atClosedSchool !== undefined) {
    conditions.add(`${atClosedSchool ? '' : 'NOT '}${AT_CLOSED_SCHOOL}`);
  }
  if (withoutVisitor !== undefined) {
    const is = withoutVisitor ? '' : 'NOT ';
    conditions.add(`${is}(v.visitor_id IS NULL AND ${agreedVisit()})`);
  }
  if (unlogged !== undefined) {
    const is = unlogged ? '' : 'NOT ';
    conditions.add(`${is}${unloggedVisit('?')}`, today);
  }
  if (past !== undefined) {
    // What today's visits came to is past; those still to be made today are not.
    conditions.add(
      `${past ? '' : 'NOT '}(${VISIT_DAY} IS NOT NULL AND (${VISIT_DAY} < ?::date
        OR (${VISIT_DAY} = ?::date AND v.status NOT IN ('scheduled', 'confirmed'))))`,
      ...[today, today],
    );
  }
  if (counting !== undefined) {
    const is = counting ? '' : 'NOT ';
    conditions.add(`${is}${countingVisit('?')}`, kindsNotCounting);
  }
  if (surveySubmitted !== undefined) {
    conditions.add(`${surveySubmitted ? '' : 'NOT '}${visitWithSurvey()}`);
  }
  if (cancelledBy) conditions.add('v.cancelled_by = ANY (?::text[])', cancelledBy);
  if (reason) conditions.add(`${REASON_ALIKE} = ${alike('?::text')}`, reason);
}
