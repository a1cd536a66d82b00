import { countingVisit } from '@tracker/server';
import type { AcademicYear, Day } from '@tracker/domain';
import { academicYearSpan, lastVisitedOnBounds } from '@tracker/domain';
import { SqlConditions } from '../http/sql-conditions';
import { inScopeOn, type ScopeDay } from '../schools/school-scope-on';

/** A region and what a target is split by. */
export interface RegionWeight {
  regionId: string;
  regionName: string;
  /** In scope on the year's first day. */
  schools: number;
  /** Of these not visited in three years or due in the year, as the year began. */
  schoolsToVisit: number;
}

/**
 * The regions by name. Counted as the year began and not as of today, so that a region that visits
 * many schools does not see its share grow smaller for it.
 */
export function regionWeights(
  year: AcademicYear,
  scopeDay: ScopeDay,
  kindsNotCounting: readonly string[],
): { sql: string; values: unknown[] } {
  const { opensOn } = academicYearSpan(year);
  const conditions = new SqlConditions();
  const scope = inScopeOn(conditions, scopeDay);
  const onTrack = conditions.bind(
    `SELECT l.school_id
      FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
      WHERE ${countingVisit('?')}
        AND v.visited_on BETWEEN ?::date AND ?::date`,
    kindsNotCounting,
    onTrackFrom(opensOn),
    opensOn,
  );
  // Asked as "not in", which PostgreSQL answers from one hash: a join takes more than twice as long.
  const sql = `
    SELECT r.id AS "regionId", r.name AS "regionName", coalesce(w.schools, 0) AS schools,
      coalesce(w.to_visit, 0) AS "schoolsToVisit"
    FROM regions r
    LEFT JOIN (
      SELECT s.region_id, count(*)::int AS schools,
        count(*) FILTER (WHERE s.id NOT IN (${onTrack}))::int AS to_visit
      FROM schools s WHERE ${scope} GROUP BY s.region_id
    ) w ON w.region_id = r.id
    ORDER BY r.name, r.id`;
  return { sql, values: conditions.values };
}

/** The earliest day of a last visit with which a school is neither overdue nor due (rule 7). */
function onTrackFrom(day: Day): Day {
  const bounds = lastVisitedOnBounds('on_track', day);
  if (bounds === 'none' || bounds.from === undefined) throw new Error('on_track has no first day');
  return bounds.from;
}

/** $1 the academic year. */
export const TARGET_HISTORY = `
  SELECT c.at, c.by_id AS "byId", u.name AS "byName", c.visits, c.surveys, c.regions
  FROM target_changes c
  JOIN targets t ON t.id = c.target_id
  LEFT JOIN users u ON u.id = c.by_id
  WHERE t.academic_year = $1
  ORDER BY c.at DESC, c.id`;
