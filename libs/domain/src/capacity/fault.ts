import { type Day, isDay } from '../day';

/** One thing that is wrong, with the path of the value: `unavailable.0.to`. */
export interface Fault {
  field: string;
  message: string;
}

/** Days from one to another, both inside, in the order of time. */
export function checkSpan(field: string, { from, to }: { from: Day; to: Day }): Fault[] {
  const faults = (
    [
      ['from', from],
      ['to', to],
    ] as const
  ).flatMap(([name, day]) =>
    isDay(day) ? [] : [{ field: `${field}${name}`, message: 'Enter a date, such as 2026-11-18.' }],
  );
  if (faults.length > 0 || from <= to) return faults;
  return [{ field: `${field}to`, message: 'The last day must not be before the first.' }];
}
