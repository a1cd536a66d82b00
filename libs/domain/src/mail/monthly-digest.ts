import { academicYearOf, type AcademicYear } from '../academic-year';
import { monthInWords } from '../calendar/calendar-sheet';
import type { Day } from '../day';
import { forecastInWords, paceInWords, weeklyRateInWords } from '../findings';
import { plural } from '../plural';
import type { Forecast } from '../progress';

/** The figures of a month that is over, and where the year and the cycle stood at its end. */
export interface MonthFigures {
  /** Its last day. */
  lastDay: Day;
  visitsInMonth: number;
  surveysInMonth: number;
  /** Cancelled or not held, of those whose day was in the month. */
  lostInMonth: number;
  target: number;
  visits: number;
  expectedByToday: number;
  forecast: Forecast | null;
  weeklyRateNeeded: number | null;
  surveys: { target: number; submitted: number };
  schoolsInScope: number;
  schoolsCovered: number;
  slackInWords: string;
  notVisitedInThreeYears: number;
}

/** The figures as lines of a plain mail. */
export function monthLines(figures: MonthFigures): string {
  const { lastDay, target, visits, expectedByToday, surveys } = figures;
  const academicYear: AcademicYear = academicYearOf(lastDay);
  const pace = { academicYear, asOf: lastDay, target, visits, expectedByToday };
  return [
    monthInWords(lastDay),
    `- ${plural(figures.visitsInMonth, 'visit')} made, ${plural(figures.surveysInMonth, 'survey')} submitted`,
    `- ${plural(figures.lostInMonth, 'visit')} cancelled or not held`,
    '',
    `The academic year ${academicYear} so far`,
    `- ${plural(visits, 'visit')} of ${target}: ${paceInWords(pace)}`,
    `- ${forecastInWords(figures.forecast)}`,
    `- Visits still needed: ${weeklyRateInWords(figures.weeklyRateNeeded)}`,
    `- ${plural(surveys.submitted, 'survey')} of ${surveys.target}`,
    '',
    'The three-year cycle',
    `- ${figures.schoolsCovered} of ${plural(figures.schoolsInScope, 'school')} covered; ${figures.slackInWords}`,
    `- ${plural(figures.notVisitedInThreeYears, 'school')} not visited in three years`,
  ].join('\n');
}
