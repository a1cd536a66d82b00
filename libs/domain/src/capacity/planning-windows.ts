import { academicYearSpan, type AcademicYear } from '../academic-year';
import { addDays, type Day, dayOf, weekday } from '../day';
import { SCHOOL_PHASES } from '../development-plans';
import { LIMITS } from '../limits';
import { type DayRange, schoolDaysIn, type SchoolCalendar } from '../school-calendar';
import { checkSpan, type Fault } from './fault';

/** Days on which schools of some phases are not visited. */
export interface PlanningWindow {
  /** "GCSE and A level exams". */
  words: string;
  from: Day;
  to: Day;
  /** Null for schools of every phase. */
  phases: string[] | null;
}

/** Whether a window keeps visits away from a school of a phase on a day. */
export const isInWindow = (
  { from, to, phases }: DayRange & { phases: readonly string[] | null },
  day: Day,
  phase: string | null,
): boolean =>
  day >= from && day <= to && (phases === null || (phase !== null && phases.includes(phase)));

/** What is wrong with the windows of a year, by field. */
export function checkWindows(year: AcademicYear, windows: readonly PlanningWindow[]): Fault[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  if (windows.length > LIMITS.planning.windows) {
    const message = `There must be at most ${LIMITS.planning.windows} windows in a year.`;
    return [{ field: 'windows', message }];
  }
  return windows.flatMap(({ words, from, to, phases }, n) => {
    const at = `windows.${n}.`;
    const faults = checkSpan(at, { from, to });
    if (words.trim() === '') faults.push({ field: `${at}words`, message: 'Say what it is.' });
    if (faults.length === 0 && (from < opensOn || to > closesOn)) {
      const message = `The days must be in the academic year ${year}.`;
      faults.push({ field: `${at}${from < opensOn ? 'from' : 'to'}`, message });
    }
    if (phases?.length === 0) {
      faults.push({ field: `${at}phases`, message: 'Choose a phase, or all of them.' });
    }
    const unknown = phases?.find((phase) => !(SCHOOL_PHASES as readonly string[]).includes(phase));
    if (unknown !== undefined) {
      faults.push({ field: `${at}phases`, message: `“${unknown}” is not a phase of a school.` });
    }
    return faults;
  });
}

const PRIMARY = ['Primary', 'Middle deemed primary', 'All-through'];
const SECONDARY = ['Secondary', 'Middle deemed secondary', '16 plus', 'All-through'];
/** Schools rehearse and perform on the last eight school days before Christmas. */
const CONCERT_DAYS = 8;
const WEEKS_OF_YEAR = 52;

/**
 * The windows to begin a year with: last year's, on the same weekdays, else those that most schools have.
 * A person changes them.
 *
 * @param earlier those of the year before, where it has any
 */
export function windowsToBeginWith(
  year: AcademicYear,
  calendar: SchoolCalendar,
  earlier: readonly PlanningWindow[],
): PlanningWindow[] {
  return earlier.length > 0
    ? windowsOnSameWeekdays(year, earlier)
    : within(year, usualWindows(year, calendar));
}

/** The windows of the year before, on the same weekdays of a year. */
export const windowsOnSameWeekdays = (
  year: AcademicYear,
  earlier: readonly PlanningWindow[],
): PlanningWindow[] =>
  within(
    year,
    earlier.map(({ from, to, ...rest }) => ({
      ...rest,
      from: addDays(from, 7 * WEEKS_OF_YEAR),
      to: addDays(to, 7 * WEEKS_OF_YEAR),
    })),
  );

/** As much of the windows as lies in a year, in the order of time. */
function within(year: AcademicYear, windows: readonly PlanningWindow[]): PlanningWindow[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  return windows
    .filter(({ from, to }) => to >= opensOn && from <= closesOn)
    .map((each) => ({
      ...each,
      from: each.from < opensOn ? opensOn : each.from,
      to: each.to > closesOn ? closesOn : each.to,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function usualWindows(year: AcademicYear, calendar: SchoolCalendar): PlanningWindow[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const { days } = schoolDaysIn(calendar, opensOn, closesOn);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const summer = Number(opensOn.slice(0, 4)) + 1;
  const christmas = dayOf({ year: summer - 1, month: 12, date: 25 });
  const before = days.filter((day) => day < christmas).slice(-CONCERT_DAYS);
  const may = (nth: number, wanted: number) => nthWeekday(summer, 5, nth, wanted);
  return [
    { words: 'First week of the year', from: first, to: fridayOf(first), phases: null },
    {
      words: 'Christmas concerts',
      from: before[0] ?? christmas,
      to: before.at(-1) ?? christmas,
      phases: PRIMARY,
    },
    { words: 'SATs week', from: may(2, 1), to: addDays(may(2, 1), 3), phases: PRIMARY },
    {
      words: 'Exam season',
      from: may(2, 4),
      to: dayOf({ year: summer, month: 6, date: 25 }),
      phases: SECONDARY,
    },
    { words: 'Last week of the year', from: mondayBefore(last), to: last, phases: null },
  ];
}

const fridayOf = (day: Day): Day => addDays(day, Math.max(0, 5 - weekday(day)));
const mondayBefore = (day: Day): Day => addDays(day, 1 - weekday(day));

/** @param wanted 1 Monday to 7 Sunday */
function nthWeekday(year: number, month: number, nth: number, wanted: number): Day {
  const first = dayOf({ year, month, date: 1 });
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
}
