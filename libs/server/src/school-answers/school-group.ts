import {
  academicYearSpan,
  type AcademicYear,
  FSM_BOUNDS,
  type FsmBand,
  mayBreakDown,
  type NarrowingFilter,
} from '@tracker/domain';

/** Whose answers of an academic year are summed up; what is left out does not narrow. */
export interface SchoolGroup {
  academicYear: AcademicYear;
  regionId?: string | undefined;
  phase?: string | undefined;
  fsmBand?: FsmBand | undefined;
}

/** What each statement about a group binds first, $1 to $5. */
export function groupValues({ academicYear, regionId, phase, fsmBand }: SchoolGroup): unknown[] {
  const { opensOn, closesOn } = academicYearSpan(academicYear);
  return [opensOn, closesOn, regionId ?? null, phase ?? null, fsmBand ?? null];
}

const BAND = `CASE ${Object.entries(FSM_BOUNDS)
  .map(([band, [, below]]) => `WHEN s.fsm_percent < ${below} THEN '${band}'`)
  .join(' ')} ELSE 'not-known' END`;

/** Of `schools s`: what groups are made by, and the school's id. */
export const GROUPED_SCHOOL = `s.id AS school_id, s.region_id, s.phase, ${BAND} AS band`;

const IN_REGION = `($3::uuid IS NULL OR region_id = $3)`;
const IN_PHASE = `($4::text IS NULL OR phase = $4)`;
const IN_BAND = `($5::text IS NULL OR band = $5)`;
/** The condition that a row of `GROUPED_SCHOOL` is in the group. */
export const IN_GROUP = `${IN_REGION} AND ${IN_PHASE} AND ${IN_BAND}`;

/**
 * Counts the schools of a table `heard` (a row for each `key` and school) in the group, and in the
 * groups beside it: those that each of its filters could have been set to.
 */
export const COUNT_GROUPS = `
  SELECT key, grouped_by AS "groupedBy", value, count(*)::int AS schools FROM (
    SELECT key, 'all' AS grouped_by, NULL AS value FROM heard WHERE ${IN_GROUP}
    UNION ALL
    SELECT key, 'regionId', region_id::text FROM heard
    WHERE $3::uuid IS NOT NULL AND ${IN_PHASE} AND ${IN_BAND}
    UNION ALL
    SELECT key, 'phase', phase FROM heard
    WHERE $4::text IS NOT NULL AND ${IN_REGION} AND ${IN_BAND}
    UNION ALL
    SELECT key, 'fsmBand', band FROM heard
    WHERE $5::text IS NOT NULL AND ${IN_REGION} AND ${IN_PHASE}
  ) AS counted
  GROUP BY key, grouped_by, value`;

/** A row of `COUNT_GROUPS`. */
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
