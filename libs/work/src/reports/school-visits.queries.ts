import { countingVisit, shared, sql, type Sql } from '@tracker/data';
import type { ReportPeriod } from './report-period';

const LONG_AGO = '1900-01-01';

/** The days of a report's statement, each bound once. */
export interface PeriodInSql {
  asOf: Sql;
  /** First and last day of the year; every day up to `asOf` where the report is of no one year. */
  opensOn: Sql;
  closesOn: Sql;
}

export const periodInSql = ({ asOf, opensOn, closesOn }: ReportPeriod): PeriodInSql => ({
  asOf: shared(asOf),
  opensOn: shared(opensOn ?? LONG_AGO),
  closesOn: shared(closesOn ?? asOf),
});

/**
 * What the counting visits of a school `s`, its own and its predecessors' (rules 4 and 5), come to
 * up to a day: `last_visited_on`, `visits_in_cycle`, `visits_in_year`. One row, always.
 */
export const schoolVisits = (
  { cycle, kindsNotCounting }: ReportPeriod,
  { asOf, opensOn, closesOn }: PeriodInSql,
): Sql => sql`(
  SELECT max(v.visited_on) AS last_visited_on,
    count(*) FILTER (WHERE v.visited_on BETWEEN ${cycle.opensOn}::date AND ${cycle.closesOn}::date)::int
      AS visits_in_cycle,
    count(*) FILTER (WHERE v.visited_on BETWEEN ${opensOn}::date AND ${closesOn}::date)::int
      AS visits_in_year
  FROM school_lineage l JOIN visits v ON v.school_id = l.ancestor_id
    AND ${countingVisit(sql`${kindsNotCounting}`)} AND v.visited_on <= ${asOf}::date
  WHERE l.school_id = s.id)`;
