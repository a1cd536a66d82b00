import { countingVisit } from '../rules-in-sql';
import type { ReportPeriod } from './report-period';

/**
 * What the counting visits of a school `s`, its own and its predecessors' (rules 4 and 5), come to
 * up to a day: `last_visited_on`, `visits_in_cycle`, `visits_in_year`. One row, always.
 *
 * Binds $1 the day, $2 kinds that do not count, $3 and $4 first day of the cycle and of the year,
 * $5 and $6 their last.
 */
export const SCHOOL_VISITS = `(
  SELECT max(v.visited_on) AS last_visited_on,
    count(*) FILTER (WHERE v.visited_on BETWEEN $3::date AND $5::date)::int AS visits_in_cycle,
    count(*) FILTER (WHERE v.visited_on BETWEEN $4::date AND $6::date)::int AS visits_in_year
  FROM school_lineage l JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit('$2')} AND v.visited_on <= $1::date
  WHERE l.school_id = s.id)`;

const LONG_AGO = '1900-01-01';

/** What it binds. */
export const schoolVisitsValues = ({
  asOf,
  kindsNotCounting,
  cycle,
  opensOn,
  closesOn,
}: ReportPeriod): unknown[] => [
  asOf,
  kindsNotCounting,
  cycle.opensOn,
  opensOn ?? LONG_AGO,
  cycle.closesOn,
  closesOn ?? asOf,
];
