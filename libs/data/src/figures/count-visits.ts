import type { Day, FigureOf } from '@tracker/domain';
import { agreedVisit, countingKind, countingVisit, visitWithSurvey } from '../rules-in-sql';
import { nothing, shared, sql, statement } from '../sql';
import {
  countedWhere,
  GROUP_OF_ROW,
  GROUP_VALUES,
  GROUPING_SETS,
  type GroupRow,
} from './groupings';
import { bookedByThen, type Counted, SAMPLE, visitedIn } from './what-is-counted';

export type CountedVisits = GroupRow & Record<FigureOf<'visits'>, number>;

/** Of a row of the visits below, in the list of the figure's filter. */
const FIGURES: Record<FigureOf<'visits'>, string> = { visits: 'true', surveys: 'surveyed' };

/** Counting visits of the days asked for, by the groups of the schools that were visited (rule 12). */
export const COUNT_VISITS = statement(
  'figures.visits',
  ({ kindsNotCounting, regionId, span }: Counted) => sql<CountedVisits>`
    SELECT ${GROUP_OF_ROW}, ${countedWhere(FIGURES)}
    FROM (
      SELECT ${GROUP_VALUES}, ${visitWithSurvey()} AS surveyed
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE ${countingVisit(sql`${kindsNotCounting}`)}
        AND ${visitedIn(span)}
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ) visit
    GROUP BY ${GROUPING_SETS}`,
  [SAMPLE],
);

/** Visits on a day: counting ones up to the day counted as of, those booked from then on. */
export interface CountedDay {
  day: Day;
  booked: boolean;
  visits: number;
}

/** The days with visits, in order. @param closesOn the last day of which what is booked is counted */
export const COUNT_DAYS = statement(
  'figures.days',
  ({ kindsNotCounting, regionId, span, scopeDay }: Counted, closesOn: Day) => {
    const kinds = shared(kindsNotCounting);
    const region = regionId
      ? sql`AND v.school_id IN (SELECT id FROM schools WHERE region_id = ${shared(regionId)}::uuid)`
      : nothing;
    const bookedFrom = scopeDay.day > span.from ? scopeDay.day : span.from;
    return sql<CountedDay>`
    SELECT v.visited_on AS day, false AS booked, count(*)::int AS visits
    FROM visits v WHERE ${countingVisit(kinds)} AND ${visitedIn(span)} ${region}
    GROUP BY v.visited_on
    UNION ALL
    SELECT v.scheduled_on, true, count(*)::int
    FROM visits v WHERE ${agreedVisit()} AND ${countingKind(kinds)}
      AND v.scheduled_on BETWEEN ${bookedFrom}::date AND ${closesOn}::date ${region}
      ${bookedByThen(scopeDay)}
    GROUP BY v.scheduled_on
    ORDER BY 1`;
  },
  [SAMPLE, SAMPLE.span.to],
);
