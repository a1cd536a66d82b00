import {
  academicYearOf,
  academicYearSpan,
  cycleSlack,
  dayOf,
  dayParts,
  type Day,
  expectedBy,
  forecast,
  lastVisitOverdueOn,
  type MonthFigures,
  slackInWords,
  visitCycleOn,
  weeklyRateNeeded,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getSchoolCalendar } from '../calendar';
import { TargetEntity } from '../database';
import { countingVisit, visitWithSurvey } from '../rules-in-sql';
import { getHubSettings } from '../settings';
import { shared, sql, statement } from '../sql';

interface Counted {
  visits: number;
  submitted: number;
  visitsInMonth: number;
  surveysInMonth: number;
  lostInMonth: number;
  schoolsInScope: number;
  schoolsCovered: number;
  notVisitedInThreeYears: number;
}

interface MonthAsked {
  kindsNotCounting: readonly string[];
  yearOpensOn: Day;
  firstDay: Day;
  lastDay: Day;
  cycleOpensOn: Day;
  /** Whoever was last visited on it or before is overdue. */
  overdueOn: Day;
}

/** Visits are those that count (rule 4); a school has its predecessors' (rule 5). */
const FIGURES = statement('mail.month-figures', (asked: MonthAsked) => {
  const counts = countingVisit(shared(asked.kindsNotCounting));
  const [firstDay, lastDay] = [shared(asked.firstDay), shared(asked.lastDay)];
  const [cycleOpensOn, overdueOn] = [shared(asked.cycleOpensOn), shared(asked.overdueOn)];
  return sql<Counted>`
  WITH counting AS (
    SELECT v.school_id, v.visited_on,
      ${visitWithSurvey()} AS surveyed
    FROM visits v
    WHERE ${counts}
      AND v.visited_on BETWEEN ${asked.yearOpensOn}::date AND ${lastDay}::date
  ), seen AS (
    SELECT s.id,
      bool_or(v.visited_on >= ${cycleOpensOn}::date) AS covered,
      bool_or(v.visited_on > ${overdueOn}::date) AS recent
    FROM schools s
    LEFT JOIN school_lineage l ON l.school_id = s.id
    LEFT JOIN visits v ON v.school_id = l.ancestor_id AND ${counts}
      AND v.visited_on BETWEEN least(${cycleOpensOn}::date, ${overdueOn}::date) AND ${lastDay}::date
    WHERE s.in_scope GROUP BY s.id
  )
  SELECT (SELECT count(*)::int FROM counting) AS visits,
    (SELECT count(*)::int FROM counting WHERE surveyed) AS submitted,
    (SELECT count(*)::int FROM counting WHERE visited_on >= ${firstDay}::date) AS "visitsInMonth",
    (SELECT count(*)::int FROM counting WHERE surveyed AND visited_on >= ${firstDay}::date)
      AS "surveysInMonth",
    (SELECT count(*)::int FROM visits WHERE status IN ('cancelled', 'not_held')
      AND scheduled_on BETWEEN ${firstDay}::date AND ${lastDay}::date) AS "lostInMonth",
    (SELECT count(*)::int FROM seen) AS "schoolsInScope",
    (SELECT count(*)::int FROM seen WHERE covered) AS "schoolsCovered",
    (SELECT count(*)::int FROM seen WHERE recent IS NOT TRUE) AS "notVisitedInThreeYears"`;
});

/** @param lastDay the last day of the month */
export async function readMonthFigures(
  manager: EntityManager,
  lastDay: Day,
): Promise<MonthFigures> {
  const settings = await getHubSettings(manager);
  const calendar = await getSchoolCalendar(manager);
  const year = academicYearOf(lastDay);
  const { opensOn } = academicYearSpan(year);
  const cycle = visitCycleOn(opensOn, settings.firstCycleStartsIn);
  const set = await manager.findOneBy(TargetEntity, { academicYear: year });
  const { visits: target, surveys } = set ?? {
    ...{ visits: settings.targetVisits, surveys: settings.targetVisits },
  };
  const [counted] = (await FIGURES.rows(manager, {
    ...{ kindsNotCounting: settings.kindsNotCounting, yearOpensOn: opensOn },
    ...{ firstDay: firstOf(lastDay), lastDay },
    ...{ cycleOpensOn: cycle.opensOn, overdueOn: lastVisitOverdueOn(lastDay) },
  })) as [Counted];
  const { visits, submitted, schoolsInScope, schoolsCovered } = counted;
  const standing = { calendar, year, today: lastDay, visits };
  const { slack } = cycleSlack({
    ...{ today: lastDay, opensOn: cycle.opensOn, closesOn: cycle.closesOn },
    ...{ targetPerYear: target, calendar, schoolsNotCovered: schoolsInScope - schoolsCovered },
  });
  return {
    ...{ lastDay, target, visits, schoolsInScope, schoolsCovered },
    ...{ visitsInMonth: counted.visitsInMonth, surveysInMonth: counted.surveysInMonth },
    lostInMonth: counted.lostInMonth,
    expectedByToday: expectedBy(target, calendar, year, lastDay),
    forecast: forecast(standing),
    weeklyRateNeeded: weeklyRateNeeded({ ...standing, target }),
    surveys: { target: surveys, submitted },
    slackInWords: slackInWords(slack, target, lastDay > cycle.closesOn),
    notVisitedInThreeYears: counted.notVisitedInThreeYears,
  };
}

/** The first day of a day's month. */
export const firstOf = (day: Day): Day => dayOf({ ...dayParts(day), date: 1 });
