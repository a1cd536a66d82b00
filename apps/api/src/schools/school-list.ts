import { type FilterOf, SCHOOL_LIST } from '@tracker/contract';
import {
  academicYearOf,
  academicYearSpan,
  type AcademicYear,
  type Day,
  type DayRange,
  type PlanRules,
  visitCycleOn,
  visitCycleSpan,
} from '@tracker/domain';
import { coverageToday, inScopeOn, type ScopeDay, type Sql, sql } from '@tracker/data';
import { type FilterConditions, holds, is, isOneOf } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { whether } from '../http/sql-conditions';
import { AWAITS_DECISION } from '../imports/findings.queries';
import {
  ANY_SCHOOLS_CONDITIONS,
  hasPlanFact,
  hasPlanState,
  whetherBooked,
  isInState,
  isPlanned,
  visitedBetween,
  wasBooked,
} from './school-filters';

export const SCHOOL_SPEC: ListSpec<typeof SCHOOL_LIST> = {
  filters: SCHOOL_LIST.filters,
  sorts: {
    id: 's.id',
    name: 's.name COLLATE "und-x-icu"',
    urn: 's.urn',
    town: 's.town COLLATE "und-x-icu"',
    district: 's.district',
    phase: 's.phase',
    status: 's.status',
    pupils: 's.pupils',
    fsmPercent: 's.fsm_percent',
    lastVisitedOn: 't.last_visited_on',
    dueOn: 't.last_visited_on',
    nextVisitOn: '"nextVisitOn"',
  },
  defaultOrder: 's.name COLLATE "und-x-icu"',
  tieBreak: 's.id',
};

/** Answers of most filters depend on the day as of which the list is given. */
interface AsOf {
  scopeDay: ScopeDay;
  firstCycleStartsIn: AcademicYear;
  planRules: PlanRules;
}

/** The filters of the list of schools as conditions on `s`. */
export const SCHOOL_CONDITIONS: FilterConditions<typeof SCHOOL_LIST, AsOf> = {
  ...ANY_SCHOOLS_CONDITIONS,
  urn: is('s.urn'),
  status: isOneOf('s.status'),
  awaitsDecision: holds(AWAITS_DECISION),
  createdByImport: (importId) => sql`EXISTS (SELECT FROM import_changes c
    WHERE c.import_id = ${importId} AND c.entity = 'schools' AND c.record_key = s.id::text
      AND c.before IS NULL)`,
  inScope: (inScope, { scopeDay }) => whether(inScope, inScopeOn(scopeDay)),
  booked: (booked, { scopeDay: { day, today } }) =>
    day < today ? wasBooked(booked, day) : whetherBooked(booked, day),
  planned: (kinds, { scopeDay: { day, today } }) => isPlanned(kinds, day, day < today),
  state: (states, { scopeDay }) => isInState(states, scopeDay.day, inScopeOn(scopeDay)),
  planState: (states, { scopeDay: { day: today }, planRules }) =>
    hasPlanState(states, { today, planRules }),
  visitedIn: (year, asOf) => visitedBetween(true, upToDay(academicYearSpan(year), asOf)),
  coveredInCycle: (covered, asOf, { cycle }) =>
    sql`${inScopeOn(asOf.scopeDay)} AND ${visitedBetween(covered, cycleSpan(asOf, cycle))}`,
  planFact: (fact, { scopeDay: { day } }, { planYear }) =>
    hasPlanFact(fact, planYear ?? academicYearOf(day)),
  planYear: null,
  cycle: null,
  asOf: null,
};

/** The days of a cycle, by default of the one that the day is in, up to that day. */
const cycleSpan = (asOf: AsOf, cycle?: AcademicYear): DayRange =>
  upToDay(
    cycle ? visitCycleSpan(cycle) : visitCycleOn(asOf.scopeDay.day, asOf.firstCycleStartsIn),
    asOf,
  );

function upToDay(
  { opensOn, closesOn }: { opensOn: Day; closesOn: Day },
  { scopeDay: { day } }: AsOf,
): DayRange {
  return { from: opensOn, to: closesOn < day ? closesOn : day };
}

/** SELECT .. AS total of the schools that a cycle covers, or not, where nothing else is asked for today. */
export function coverageTotal(filter: FilterOf<typeof SCHOOL_LIST>, asOf: AsOf): { total?: Sql } {
  const { coveredInCycle, cycle, ...others } = filter;
  const { day, today } = asOf.scopeDay;
  if (coveredInCycle === undefined || Object.keys(others).length > 0 || day < today) return {};
  const { inScope, covered } = coverageToday(cycleSpan(asOf, cycle));
  return {
    total: coveredInCycle
      ? sql`SELECT ${covered}::int AS total`
      : sql`SELECT (${inScope} - ${covered})::int AS total`,
  };
}
