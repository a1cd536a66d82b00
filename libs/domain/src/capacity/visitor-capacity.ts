import type { Fault } from './fault';

/** How much a visitor can take. */
export interface VisitorCapacity {
  /** Visits. */
  perDay: number;
  perWeek: number;
  perHalfTerm: number;
  /** On which they visit, 1 Monday to 7 Sunday, in order. */
  weekdays: number[];
}

/** What is taken of somebody of whom nothing is known. */
export const ASSUMED_CAPACITY: VisitorCapacity = {
  ...{ perDay: 2, perWeek: 2, perHalfTerm: 3 },
  weekdays: [1, 2, 3, 4, 5],
};

/** The most that is taken for each; a day has two halves, and six short visits at the very most. */
export const MOST_VISITS = { perDay: 6, perWeek: 30, perHalfTerm: 200 } as const;

const WORDS: Record<keyof typeof MOST_VISITS, string> = {
  perDay: 'a day',
  perWeek: 'a week',
  perHalfTerm: 'a half term',
};

/** What is wrong with a capacity, by field; 0 visits and no weekday at all are right. */
export function checkCapacity(capacity: VisitorCapacity): Fault[] {
  const faults = (Object.keys(MOST_VISITS) as (keyof typeof MOST_VISITS)[]).flatMap((field) => {
    const visits = capacity[field];
    const most = MOST_VISITS[field];
    if (Number.isInteger(visits) && visits >= 0 && visits <= most) return [];
    const message = `Visits ${WORDS[field]} must be a whole number from 0 to ${most}.`;
    return [{ field, message }];
  });
  return [...faults, ...checkWeekdays('weekdays', capacity.weekdays)];
}

/** Weekdays are numbers from 1, Monday, to 7, Sunday, each once. */
export function checkWeekdays(field: string, weekdays: readonly number[]): Fault[] {
  const isRight =
    weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    new Set(weekdays).size === weekdays.length;
  const message = 'Weekdays must be numbers from 1 (Monday) to 7 (Sunday), each of them once.';
  return isRight ? [] : [{ field, message }];
}

/** Where somebody starts from is personal, so it is kept to the kilometre. Metres on the National Grid. */
export const toTheKilometre = (metres: number): number => Math.round(metres / 1000) * 1000;
