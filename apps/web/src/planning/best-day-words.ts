import { formatDay, kmInWords } from '@tracker/domain';
import type { BestDay } from '@tracker/contract';

/** The year is said by the form: `Tue 8 Oct`. */
const dayWithoutYear = (day: string): string => formatDay(day).slice(0, -5);

const FIRST_NAME = /^\S+/;

/** `Tue 8 Oct · Callum · with Hatch End Primary 1.2 km` */
export function bestDayInWords({ date, visitorName, with: companions }: BestDay): string {
  const [first, ...others] = companions;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    dayWithoutYear(date),
    FIRST_NAME.exec(visitorName)?.[0] ?? visitorName,
    ...(first ? [`with ${first.name} ${kmInWords(first.km)}${more}`] : []),
  ].join(' · ');
}
