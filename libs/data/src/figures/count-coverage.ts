import type { DayRange } from '@tracker/domain';
import { inScopeOn, type ScopeDay } from '../schools';
import { raw, shared, type Sql, sql, statement } from '../sql';
import { visitedWithin } from '../standings';
import type { GroupFigures } from './group-figures';
import { SAMPLE } from './what-is-counted';

/**
 * Schools in scope today and those of them with a counting visit between two days, each as SQL. Indexes
 * answer both: who was visited, but for the few of them that are not in scope.
 */
export function coverageToday({ from, to }: DayRange): { inScope: Sql; covered: Sql } {
  const [first, last] = [shared(from), shared(to)];
  const isInScope = raw(
    'NOT EXISTS (SELECT FROM schools s WHERE s.id = t.school_id AND NOT s.in_scope)',
  );
  return {
    inScope: sql`(SELECT count(*) FROM schools WHERE in_scope)`,
    // A later visit may lie in the future, with one of these days before it.
    covered: sql`(
    (SELECT count(*) FROM school_standings t
      WHERE t.last_visited_on BETWEEN ${first}::date AND ${last}::date AND ${isInScope})
    + (SELECT count(*) FROM school_standings t
      WHERE t.last_visited_on > ${last}::date AND ${visitedWithin(first, last)} AND ${isInScope}))`,
  };
}

function countedOn(span: DayRange, scopeDay: ScopeDay): Sql {
  if (scopeDay.day >= scopeDay.today) {
    const { inScope, covered } = coverageToday(span);
    return sql`SELECT ${inScope}::int AS "schoolsInScope", ${covered}::int AS "schoolsCovered"`;
  }
  return sql`
  SELECT count(*)::int AS "schoolsInScope",
    (count(*) FILTER (WHERE ${visitedWithin(shared(span.from), shared(span.to))}))::int AS "schoolsCovered"
  FROM schools s JOIN school_standings t ON t.school_id = s.id
  WHERE ${inScopeOn(scopeDay)}`;
}

/** Rule 9: schools in scope on a day with a counting visit, theirs or a predecessor's, between two days. */
export const COUNT_COVERAGE = statement(
  'figures.coverage',
  (span: DayRange, scopeDay: ScopeDay) =>
    sql<
      Pick<GroupFigures, 'schoolsInScope'> & { schoolsCovered: number }
    >`${countedOn(span, scopeDay)}`,
  [SAMPLE.cycle, SAMPLE.scopeDay],
);
