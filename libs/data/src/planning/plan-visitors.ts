import {
  academicYearSpan,
  type AcademicYear,
  ASSUMED_CAPACITY,
  type Day,
  type GridPlace,
  middleOf,
  knownPlace,
  type PlanSchool,
  type PlanVisitor,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { PLAN_VISITORS, type PlanVisitorRow } from './plan-problem.queries';

/** Names of visitors of whom something is not known. */
export interface AssumedOfVisitors {
  capacity: string[];
  start: string[];
}

/**
 * Visitors with what is assumed of them where nothing is on record: the usual capacity, and a start in the middle
 * of their regions' schools.
 */
export function visitorsOf(
  rows: readonly PlanVisitorRow[],
  schools: readonly PlanSchool[],
  without: { visitorIds: readonly string[]; from: Day } | undefined,
  yearEndsOn: Day,
): { visitors: PlanVisitor[]; assumed: AssumedOfVisitors } {
  const assumed: AssumedOfVisitors = { capacity: [], start: [] };
  const places = schools.flatMap((school) => {
    const place = knownPlace(school);
    return place ? [{ regionId: school.regionId, place }] : [];
  });
  const middle = (regionIds: readonly string[]): GridPlace =>
    middleOf(places.filter((at) => regionIds.includes(at.regionId)).map(({ place }) => place)) ??
    middleOf(places.map(({ place }) => place)) ?? { easting: 0, northing: 0 };
  const visitors = rows.map(({ id, name, regionIds, easting, northing, ...row }): PlanVisitor => {
    if (row.perDay === null) assumed.capacity.push(name);
    if (easting === null || northing === null) assumed.start.push(name);
    const leavesOn = without?.visitorIds.includes(id) ? without.from : yearEndsOn;
    return {
      ...{ id, name, regionIds },
      base: easting === null || northing === null ? middle(regionIds) : { easting, northing },
      weekdays: row.weekdays ?? ASSUMED_CAPACITY.weekdays,
      perDay: row.perDay ?? ASSUMED_CAPACITY.perDay,
      perWeek: row.perWeek ?? ASSUMED_CAPACITY.perWeek,
      perHalfTerm: row.perHalfTerm ?? ASSUMED_CAPACITY.perHalfTerm,
      away: leavesOn < yearEndsOn ? [...row.away, { from: leavesOn, to: yearEndsOn }] : row.away,
    };
  });
  return { visitors, assumed };
}

/** Visitors of some regions, or of every one, with how much they can take; for whoever asks no more of a plan. */
export async function capacitiesOf(
  manager: EntityManager,
  academicYear: AcademicYear,
  regionIds: readonly string[] | null,
): Promise<PlanVisitor[]> {
  const { opensOn, closesOn } = academicYearSpan(academicYear);
  const rows = await PLAN_VISITORS.rows(manager, { from: opensOn, to: closesOn }, regionIds);
  return visitorsOf(rows, [], undefined, closesOn).visitors;
}
