import type { DayRange } from '@tracker/domain';
import { inScopeOn, type ScopeDay } from '../schools';
import { shared, sql, statement } from '../sql';
import { visitedWithin } from '../standings';
import type { GroupFigures } from './group-figures';
import { SAMPLE } from './what-is-counted';

/** Rule 9: schools in scope on a day with a counting visit, theirs or a predecessor's, between two days. */
export const COUNT_COVERAGE = statement(
  'figures.coverage',
  ({ from, to }: DayRange, scopeDay: ScopeDay) => sql<
    Pick<GroupFigures, 'schoolsInScope'> & { schoolsCovered: number }
  >`
  SELECT count(*)::int AS "schoolsInScope",
    (count(*) FILTER (WHERE ${visitedWithin(shared(from), shared(to))}))::int AS "schoolsCovered"
  FROM schools s JOIN school_standings t ON t.school_id = s.id
  WHERE ${inScopeOn(scopeDay)}`,
  [SAMPLE.cycle, SAMPLE.scopeDay],
);
