import {
  academicYearSpan,
  type AcademicYear,
  cycleSlack,
  type Day,
  expectedAt,
  type Forecast,
  forecast,
  type SchoolCalendar,
  schoolYearPace,
  slackInWords,
  type VisitCycleSpan,
  weeklyRateNeeded,
} from '@tracker/domain';

interface YearOnDay {
  calendar: SchoolCalendar;
  year: AcademicYear;
  day: Day;
}

/** Where an academic year stands against its target. */
export interface StandingOfYear {
  expectedByToday: number;
  forecast: Forecast | null;
  weeklyRateNeeded: number | null;
  /** Term dates were not known, and weekdays outside August took their place. */
  assumed: boolean;
}

/** @param visits counting ones of the year up to the day */
export function standingOfYear(on: YearOnDay & { target: number; visits: number }): StandingOfYear {
  const { calendar, year, day, target, visits } = on;
  const now = { calendar, year, today: day, visits };
  return {
    expectedByToday: expectedOn(on)(target),
    forecast: forecast(now),
    weeklyRateNeeded: weeklyRateNeeded({ ...now, target }),
    assumed: schoolYearPace(calendar, year, day).assumed,
  };
}

/** What is expected by a day of each target: rule 12 where several are asked about. */
export function expectedOn({ calendar, year, day }: YearOnDay): (target: number) => number {
  const pace = schoolYearPace(calendar, year, day);
  const isOver = day > academicYearSpan(year).closesOn;
  return (target) => expectedAt(target, pace, isOver);
}

interface CycleOnDay {
  calendar: SchoolCalendar;
  cycle: Pick<VisitCycleSpan, 'opensOn' | 'closesOn'>;
  /** The day counted as of. */
  day: Day;
  today: Day;
  /** Visits a year. */
  target: number;
  schoolsInScope: number;
  schoolsCovered: number;
}

/** Where a cycle stands (rule 13). */
export function standingOfCycle(on: CycleOnDay): { slack: number; slackInWords: string } {
  const { calendar, day, today, target } = on;
  const { opensOn, closesOn } = on.cycle;
  const { slack } = cycleSlack({
    ...{ today: day, opensOn, closesOn, targetPerYear: target, calendar },
    schoolsNotCovered: on.schoolsInScope - on.schoolsCovered,
  });
  const isOver = day >= closesOn && today > closesOn;
  return { slack, slackInWords: slackInWords(slack, target, isOver) };
}
