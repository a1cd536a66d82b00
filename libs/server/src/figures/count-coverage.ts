import type { DayRange } from '@tracker/domain';
import { countingVisit } from '../rules-in-sql';
import { inScopeOn, type ScopeDay } from '../schools';
import { sql, statement } from '../sql';
import type { GroupFigures } from './group-figures';
import { SAMPLE, visitedIn } from './what-is-counted';

/**
 * Rule 9: schools in scope on a day with a counting visit, theirs or a predecessor's, between two days.
 * From the visits of those days: they are few beside all there are.
 */
export const COUNT_COVERAGE = statement(
  'figures.coverage',
  (kindsNotCounting: readonly string[], days: DayRange, scopeDay: ScopeDay) => sql<
    Pick<GroupFigures, 'schoolsInScope'> & { schoolsCovered: number }
  >`
  SELECT count(*)::int AS "schoolsInScope", count(c.school_id)::int AS "schoolsCovered"
  FROM schools s
  LEFT JOIN (
    SELECT DISTINCT l.school_id
    FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
    WHERE ${countingVisit(sql`${kindsNotCounting}`)} AND ${visitedIn(days)}
  ) c ON c.school_id = s.id
  WHERE ${inScopeOn(scopeDay)}`,
  [SAMPLE.kindsNotCounting, SAMPLE.cycle, SAMPLE.scopeDay],
);
