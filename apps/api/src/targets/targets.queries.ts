import type { TargetChange } from '@tracker/contract';
import {
  academicYearSpan,
  type AcademicYear,
  type Day,
  lastVisitedOnBounds,
} from '@tracker/domain';
import { inScopeOn, type ScopeDay, shared, sql, statement, visitedWithin } from '@tracker/data';

/** A region and what a target is split by. */
export interface RegionWeight {
  regionId: string;
  regionName: string;
  /** In scope on the year's first day. */
  schools: number;
  /** Of these not visited in three years or due in the year, as the year began. */
  schoolsToVisit: number;
}

interface WeightsAsked {
  year: AcademicYear;
  scopeDay: ScopeDay;
}

/**
 * The regions by name. Counted as the year began and not as of today, so that a region that visits
 * many schools does not see its share grow smaller for it.
 */
export const REGION_WEIGHTS = statement(
  'targets.region-weights',
  ({ year, scopeDay }: WeightsAsked) => {
    const { opensOn } = academicYearSpan(year);
    const onTrack = visitedWithin(shared(onTrackFrom(opensOn)), shared(opensOn));
    return sql<RegionWeight>`
    SELECT r.id AS "regionId", r.name AS "regionName", coalesce(w.schools, 0) AS schools,
      coalesce(w.to_visit, 0) AS "schoolsToVisit"
    FROM regions r
    LEFT JOIN (
      SELECT s.region_id, count(*)::int AS schools,
        count(*) FILTER (WHERE ${onTrack} IS NOT TRUE)::int AS to_visit
      FROM schools s JOIN school_standings t ON t.school_id = s.id
      WHERE ${inScopeOn(scopeDay)} GROUP BY s.region_id
    ) w ON w.region_id = r.id
    ORDER BY r.name, r.id`;
  },
  [
    {
      year: '2024-25',
      scopeDay: { day: '2024-09-01', today: '2024-11-20', closedTypes: [] },
    },
  ],
);

/** The earliest day of a last visit with which a school is neither overdue nor due (rule 7). */
function onTrackFrom(day: Day): Day {
  const bounds = lastVisitedOnBounds('on_track', day);
  if (bounds === 'none' || bounds.from === undefined) throw new Error('on_track has no first day');
  return bounds.from;
}

export const TARGET_HISTORY = statement(
  'targets.history',
  (year: AcademicYear) => sql<TargetChange>`
  SELECT c.at, c.by_id AS "byId", u.name AS "byName", c.visits, c.surveys, c.regions
  FROM target_changes c
  JOIN targets t ON t.id = c.target_id
  LEFT JOIN users u ON u.id = c.by_id
  WHERE t.academic_year = ${year}
  ORDER BY c.at DESC, c.id`,
);
