import { type FilterOf, VISIT_LIST } from '@tracker/contract';
import { academicYearSpan, COUNTING_VISIT_STATUS, type Day } from '@tracker/domain';
import {
  agreedVisit,
  alikeSql,
  countingVisit,
  raw,
  REASON_ALIKE,
  shared,
  type Sql,
  sql,
  unloggedVisit,
  VISIT_DAY,
  VISIT_WITHIN_DAY,
  visitWithSurvey,
} from '@tracker/data';
import { whether } from '../http/sql-conditions';
import {
  type FilterConditions,
  holds,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { SCHOOL_GROUP_CONDITIONS, searchConditions } from '../schools/school-filters';
import { AT_CLOSED_SCHOOL, DECLINED } from './visit.queries';

export const VISIT_SPEC: ListSpec<typeof VISIT_LIST> = {
  filters: VISIT_LIST.filters,
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

/** The day of a visit; of those alone that took place it is that of an index which answers by itself. */
const dayOf = ({ status }: FilterOf<typeof VISIT_LIST>): Sql =>
  status?.length === 1 && status[0] === COUNTING_VISIT_STATUS ? raw('v.visited_on') : VISIT_DAY;

interface Asked {
  today: Day;
  kindsNotCounting: readonly string[];
}

/** The filters of a list of visits as conditions on `v` and `s`. */
export const VISIT_CONDITIONS: FilterConditions<typeof VISIT_LIST, Asked> = {
  id: isOneOfIds('v.id'),
  q: searchConditions,
  schoolId: isAtSchool('v.school_id'),
  withPredecessors: null,
  ...SCHOOL_GROUP_CONDITIONS,
  kind: isOneOf('v.kind'),
  status: isOneOf('v.status'),
  visitorId: is('v.visitor_id'),
  academicYear: (year, _, filter) => {
    const { opensOn, closesOn } = academicYearSpan(year);
    return sql`${dayOf(filter)} BETWEEN ${opensOn}::date AND ${closesOn}::date`;
  },
  from: (day, _, filter) => sql`${dayOf(filter)} >= ${day}::date`,
  to: (day, _, filter) => sql`${dayOf(filter)} <= ${day}::date`,
  atClosedSchool: holds(AT_CLOSED_SCHOOL),
  schoolCannot: holds(DECLINED),
  withoutVisitor: holds(sql`(v.visitor_id IS NULL AND ${agreedVisit()})`),
  unlogged: (unlogged, { today }) => whether(unlogged, unloggedVisit(sql`${today}`)),
  past: (past, { today }) => {
    const day = shared(today);
    // What today's visits came to is past; those still to be made today are not.
    const isPast = sql`(${VISIT_DAY} IS NOT NULL AND (${VISIT_DAY} < ${day}::date
        OR (${VISIT_DAY} = ${day}::date AND v.status NOT IN ('scheduled', 'confirmed'))))`;
    return whether(past, isPast);
  },
  counting: (counting, { kindsNotCounting }) =>
    whether(counting, countingVisit(sql`${kindsNotCounting}`)),
  surveySubmitted: holds(visitWithSurvey()),
  cancelledBy: isOneOf('v.cancelled_by'),
  reason: (reason) => sql`${REASON_ALIKE} = ${alikeSql(sql`${reason}::text`)}`,
};
