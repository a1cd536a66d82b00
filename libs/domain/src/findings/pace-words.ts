import { academicYearSpan, type AcademicYear } from '../academic-year';
import { formatDay, type Day } from '../day';
import { plural } from '../plural';
import type { Forecast } from '../progress';

/** Where a year, or one region in it, stands on a day. */
export interface YearPace {
  academicYear: AcademicYear;
  asOf: Day;
  target: number;
  visits: number;
  expectedByToday: number;
}

/** Counted as of its last day, a year is over: no school day is left. */
export const isYearOver = (year: AcademicYear, asOf: Day): boolean =>
  asOf >= academicYearSpan(year).closesOn;

/** Whole visits ahead of what is expected; negative when behind. Once the year is over, of the target. */
export function visitsAhead({ academicYear, asOf, target, visits, expectedByToday }: YearPace) {
  return Math.round(visits - (isYearOver(academicYear, asOf) ? target : expectedByToday));
}

/** `8 visits behind the expected pace`; of a year that is over, `8 visits short of the target`. */
export function paceInWords(pace: YearPace): string {
  if (pace.asOf < academicYearSpan(pace.academicYear).opensOn && pace.visits === 0)
    return 'the year has not begun';
  const ahead = visitsAhead(pace);
  const by = plural(Math.abs(ahead), 'visit');
  if (isYearOver(pace.academicYear, pace.asOf)) {
    if (ahead === 0) return 'exactly the target';
    return ahead > 0 ? `${by} above the target` : `${by} short of the target`;
  }
  if (ahead === 0) return 'on the expected pace';
  return `${by} ${ahead > 0 ? 'ahead of' : 'behind'} the expected pace`;
}

/** `About 150 visits by the end of the year, most likely between 140 and 160`. */
export function forecastInWords(forecast: Forecast | null): string {
  if (!forecast) return 'No forecast before the first school day is over';
  const { expected, low, high } = forecast;
  if (low === high) return `${plural(expected, 'visit')} by the end of the year`;
  return `About ${plural(expected, 'visit')} by the end of the year, most likely between ${low} and ${high}`;
}

export interface TargetReached extends Pick<
  YearPace,
  'academicYear' | 'asOf' | 'target' | 'visits'
> {
  /** At the pace so far, or when it was; null where it is not within five years. */
  targetReachedOn: Day | null;
}

/** By when, at this pace, in a sentence. */
export function targetReachedInWords(standing: TargetReached): string {
  const { academicYear, asOf, target, visits, targetReachedOn: day } = standing;
  const { opensOn, closesOn } = academicYearSpan(academicYear);
  if (target === 0) return 'The target is 0, so there is nothing to reach.';
  const goal = plural(target, 'visit');
  const have = target === 1 ? 'was' : 'were';
  if (visits >= target) {
    return day === null
      ? `${goal} ${have} reached.`
      : `${goal} ${have} reached on ${formatDay(day)}.`;
  }
  if (isYearOver(academicYear, asOf)) return `${goal} ${have} not reached: ${visits} of ${target}.`;
  if (asOf < opensOn) return 'There is no pace to go by before the year has begun.';
  if (day === null) {
    return visits === 0
      ? 'There is no pace to go by yet: no visit has been made.'
      : `At this pace ${goal} are not reached within five years.`;
  }
  const late = day > closesOn ? ', after the year has ended' : '';
  return `At this pace ${goal} ${target === 1 ? 'is' : 'are'} reached on ${formatDay(day)}${late}.`;
}

/** Visits a school week still needed, in words. */
export function weeklyRateInWords(rate: number | null): string {
  if (rate === null) return 'No school day is left this year';
  return rate === 0 ? 'None: the target is reached' : `${rate} a school week`;
}
