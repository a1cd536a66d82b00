import { academicYearOf, type Day, firstOfMonth, type MonthFigures } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getSchoolCalendar } from '../calendar';
import {
  COUNT_OUTCOMES,
  COUNT_SCHOOLS,
  COUNT_VISITS,
  CountedGroups,
  countedUpTo,
  getYearTarget,
  standingOfCycle,
  standingOfYear,
  getHubSettings,
} from '@tracker/data';

/** @param lastDay the last day of the month; schools in scope are those that were so then */
export async function readMonthFigures(
  manager: EntityManager,
  lastDay: Day,
  today: Day,
): Promise<MonthFigures> {
  const year = academicYearOf(lastDay);
  const on = { year, day: lastDay, today };
  const { counted, cycle } = await countedUpTo(manager, await getHubSettings(manager), on);
  const calendar = await getSchoolCalendar(manager);
  const { visits: target, surveys: surveysTarget } = await getYearTarget(manager, year);
  const month = { ...counted, span: { from: firstOfMonth(lastDay), to: lastDay } };
  const inMonth = new CountedGroups([], await COUNT_VISITS.rows(manager, month)).all();
  const outcomes = await COUNT_OUTCOMES.rows(manager, month);
  const { groups } = await COUNT_SCHOOLS.one(manager, counted);
  const figures = new CountedGroups(groups, await COUNT_VISITS.rows(manager, counted)).all();
  const { visits, surveys, schoolsInScope, covered: schoolsCovered } = figures;
  const { expectedByToday, forecast, weeklyRateNeeded } = standingOfYear({
    ...{ calendar, year, day: lastDay, visits, target },
  });
  const { slackInWords } = standingOfCycle({
    ...{ calendar, cycle, ...on, target, schoolsInScope, schoolsCovered },
  });
  return {
    ...{ lastDay, target, visits, schoolsInScope, schoolsCovered },
    ...{ visitsInMonth: inMonth.visits, surveysInMonth: inMonth.surveys },
    lostInMonth: outcomes
      .filter(({ outcome }) => outcome !== 'held' && outcome !== 'unlogged')
      .reduce((sum, lost) => sum + lost.visits, 0),
    ...{ expectedByToday, forecast, weeklyRateNeeded, slackInWords },
    surveys: { target: surveysTarget, submitted: surveys },
    notVisitedInThreeYears: figures.notVisitedInThreeYears,
  };
}
