import {
  academicYearSpan,
  type AcademicYear,
  type FsmBand,
  mayBreakDown,
  type NarrowingFilter,
} from '@tracker/domain';
import { FSM_BAND_OF } from '../schools';
import { joined, raw, shared, sql, type Sql } from '../sql';

/** Whose answers of an academic year are summed up; what is left out does not narrow. */
export interface SchoolGroup {
  academicYear: AcademicYear;
  regionId?: string | undefined;
  phase?: string | undefined;
  fsmBand?: FsmBand | undefined;
}

/** First and last day of a group's year. */
export interface DaysInSql {
  opensOn: Sql;
  closesOn: Sql;
}

/** A group as statements about it bind it, each value once; those left out are NULL. */
export interface GroupInSql extends DaysInSql {
  regionId: Sql;
  phase: Sql;
  fsmBand: Sql;
}

export function groupInSql({ academicYear, regionId, phase, fsmBand }: SchoolGroup): GroupInSql {
  const { opensOn, closesOn } = academicYearSpan(academicYear);
  return {
    ...{ opensOn: shared(opensOn), closesOn: shared(closesOn) },
    regionId: shared(regionId ?? null),
    ...{ phase: shared(phase ?? null), fsmBand: shared(fsmBand ?? null) },
  };
}

/** For the test that prepares the statements about groups. */
export const SAMPLE_GROUP: SchoolGroup = { academicYear: '2024-25' };

/** Of `schools s`: what groups are made by, and the school's id. */
export const GROUPED_SCHOOL = sql`s.id AS school_id, s.region_id, s.phase, ${FSM_BAND_OF} AS band`;

const inRegion = ({ regionId }: GroupInSql) =>
  sql`(${regionId}::uuid IS NULL OR region_id = ${regionId})`;
const inPhase = ({ phase }: GroupInSql) => sql`(${phase}::text IS NULL OR phase = ${phase})`;
const inBand = ({ fsmBand }: GroupInSql) => sql`(${fsmBand}::text IS NULL OR band = ${fsmBand})`;
/** The condition that a row of `GROUPED_SCHOOL` is in the group. */
export const inGroup = (group: GroupInSql): Sql =>
  sql`${inRegion(group)} AND ${inPhase(group)} AND ${inBand(group)}`;

/**
 * The same, of that alone which narrows. A plan for any values takes a condition that may be NULL to leave one row,
 * which statements that join whole years cannot afford.
 */
export function narrowedTo({ regionId, phase, fsmBand }: SchoolGroup): Sql {
  const conditions = [
    ...(regionId === undefined ? [] : [sql`region_id = ${shared(regionId)}::uuid`]),
    ...(phase === undefined ? [] : [sql`phase = ${shared(phase)}`]),
    ...(fsmBand === undefined ? [] : [sql`band = ${shared(fsmBand)}`]),
  ];
  return conditions.length === 0 ? raw('true') : joined(conditions, ' AND ');
}

/**
 * Counts the schools of a table `heard` (a row for each `key` and school) in the group, and in the
 * groups beside it: those that each of its filters could have been set to.
 */
export const countGroups = (group: GroupInSql) => sql<GroupCount>`
  SELECT key, grouped_by AS "groupedBy", value, count(*)::int AS schools FROM (
    SELECT key, 'all' AS grouped_by, NULL AS value FROM heard WHERE ${inGroup(group)}
    UNION ALL
    SELECT key, 'regionId', region_id::text FROM heard
    WHERE ${group.regionId}::uuid IS NOT NULL AND ${inPhase(group)} AND ${inBand(group)}
    UNION ALL
    SELECT key, 'phase', phase FROM heard
    WHERE ${group.phase}::text IS NOT NULL AND ${inRegion(group)} AND ${inBand(group)}
    UNION ALL
    SELECT key, 'fsmBand', band FROM heard
    WHERE ${group.fsmBand}::text IS NOT NULL AND ${inRegion(group)} AND ${inPhase(group)}
  ) AS counted
  GROUP BY key, grouped_by, value`;

/** A row of `countGroups`. */
export interface GroupCount {
  key: string;
  groupedBy: 'all' | 'regionId' | 'phase' | 'fsmBand';
  value: string | null;
  schools: number;
}

/** How many schools were heard, and whether there are too few to break down what they told. */
export interface Heard {
  schools: number;
  tooFew: boolean;
}

/** What the counts say about each key of `heard`; nobody was heard on a key that is not there. */
export function heardByKey(
  counts: readonly GroupCount[],
  group: SchoolGroup,
): (key: string) => Heard {
  const byKey = new Map<string, GroupCount[]>();
  for (const count of counts) {
    const of = byKey.get(count.key);
    if (of) of.push(count);
    else byKey.set(count.key, [count]);
  }
  return (key) => {
    const of = byKey.get(key) ?? [];
    const schools = of.find(({ groupedBy }) => groupedBy === 'all')?.schools ?? 0;
    const filters = (['regionId', 'phase', 'fsmBand'] as const).flatMap(
      (filter): NarrowingFilter[] => {
        const value = group[filter];
        if (value === undefined) return [];
        return [{ value, groups: of.filter(({ groupedBy }) => groupedBy === filter) }];
      },
    );
    return { schools, tooFew: !mayBreakDown(schools, filters) };
  };
}
