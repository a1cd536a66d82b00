import {
  academicYearSpan,
  type AcademicYear,
  type Day,
  type DayRange,
  visitCycleOn,
  type VisitCycleSpan,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { readClosedTypes, type ScopeDay } from '../schools';
import type { SettingsInForce } from '../settings';
import { nothing, type Sql, sql } from '../sql';
import { recordedBy } from '../visits';

/** What the statements count. */
export interface Counted {
  scopeDay: ScopeDay;
  kindsNotCounting: readonly string[];
  regionId: string | null;
  /** The days whose visits count, of a year or a month; `to` may lie before `from`. */
  span: DayRange;
  cycle: DayRange;
  /** The days on which the schools not visited in three years are counted, in order, at most 30. */
  backlogDays: readonly Day[];
}

/** With every optional part in the statements. */
export const SAMPLE: Counted = {
  scopeDay: { day: '2025-01-31', today: '2025-02-01', closedTypes: [] },
  kindsNotCounting: [],
  regionId: '00000000-0000-0000-0000-000000000000',
  span: { from: '2024-09-01', to: '2025-08-31' },
  cycle: { from: '2024-09-01', to: '2027-08-31' },
  backlogDays: ['2025-01-31'],
};

interface FiguresAsked {
  year: AcademicYear;
  /** The day counted as of. */
  day: Day;
  today: Day;
  regionId?: string | null;
  /** In order; the last is the day counted as of. */
  backlogDays?: readonly Day[];
}

/** An academic year and its cycle by the hub's rules, up to a day. */
export async function countedUpTo(
  manager: EntityManager,
  { kindsNotCounting, firstCycleStartsIn }: SettingsInForce,
  { year, day, today, regionId = null, backlogDays = [day] }: FiguresAsked,
): Promise<{ counted: Counted; cycle: VisitCycleSpan }> {
  const { opensOn, closesOn } = academicYearSpan(year);
  const cycle = visitCycleOn(opensOn, firstCycleStartsIn);
  const upTo = (last: Day) => (last < day ? last : day);
  // The backlog looks back even as of today.
  const looksBack = backlogDays.some((each) => each < today);
  const closedTypes = looksBack ? await readClosedTypes(manager) : [];
  const counted = {
    scopeDay: { day, today, closedTypes },
    ...{ kindsNotCounting, regionId, backlogDays },
    span: { from: opensOn, to: upTo(closesOn) },
    cycle: { from: cycle.opensOn, to: upTo(cycle.closesOn) },
  };
  return { counted, cycle };
}

/** The condition that `v` took place in a stretch of days. */
export const visitedIn = ({ from, to }: DayRange): Sql =>
  sql`v.visited_on BETWEEN ${from}::date AND ${to}::date`;

/** Of what is booked, that which was on record by a past day. */
export const bookedByThen = ({ day, today }: ScopeDay): Sql =>
  day < today ? sql`AND ${recordedBy(sql`${day}`)}` : nothing;
