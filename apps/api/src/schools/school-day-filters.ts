import {
  academicYearSpan,
  type AcademicYear,
  type Day,
  type PlannedKind,
  visitCycleOn,
  visitCycleSpan,
  type VisitState,
} from '@tracker/domain';
import { inScopeOn, type ScopeDay, sql } from '@tracker/server';
import { type SqlConditions, whether } from '../http/sql-conditions';
import { addBooked, addPlanned, addStates, addWasBooked, visitedBetween } from './school-filters';

interface AsOf {
  scopeDay: ScopeDay;
  kindsNotCounting: readonly string[];
  firstCycleStartsIn: AcademicYear;
}

/** The filters of a list of schools whose answer depends on the day as of which it is given. */
export function addFiltersOfDay(
  conditions: SqlConditions,
  filter: Record<string, unknown>,
  { scopeDay, kindsNotCounting, firstCycleStartsIn }: AsOf,
): void {
  const { inScope, booked, planned, state, coveredInCycle, cycle, visitedIn } = filter;
  const { day } = scopeDay;
  const scope = inScopeOn(scopeDay);
  const visitedInSpan = ({ opensOn, closesOn }: { opensOn: Day; closesOn: Day }) => {
    const to = closesOn < day ? closesOn : day;
    return visitedBetween({ from: opensOn, to }, kindsNotCounting);
  };
  if (inScope !== undefined) conditions.add(whether(inScope, scope));
  if (booked !== undefined) {
    const add = day < scopeDay.today ? addWasBooked : addBooked;
    add(conditions, booked as boolean, day);
  }
  if (planned) addPlanned(conditions, planned as PlannedKind[], day, day < scopeDay.today);
  if (state) addStates(conditions, state as VisitState[], day, kindsNotCounting, scope);
  if (visitedIn) conditions.add(visitedInSpan(academicYearSpan(visitedIn as AcademicYear)));
  if (coveredInCycle !== undefined) {
    const span = cycle
      ? visitCycleSpan(cycle as AcademicYear)
      : visitCycleOn(day, firstCycleStartsIn);
    conditions.add(sql`${scope} AND ${whether(coveredInCycle, visitedInSpan(span))}`);
  }
}
