import { addDays, weekday, type Day } from '../../day';
import type { DayRange } from '../../school-calendar';
import type { PlanWindow } from '../problem';

/** The half terms of Hertfordshire's 2024-25. */
export const HALF_TERMS: DayRange[] = [
  { from: '2024-09-02', to: '2024-10-25' },
  { from: '2024-11-04', to: '2024-12-20' },
  { from: '2025-01-06', to: '2025-02-14' },
  { from: '2025-02-24', to: '2025-04-04' },
  { from: '2025-04-22', to: '2025-05-23' },
  { from: '2025-06-02', to: '2025-07-23' },
];

const BANK_HOLIDAY = '2025-05-05';

function schoolDaysOf({ from, to }: DayRange): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && day !== BANK_HOLIDAY) days.push(day);
  }
  return days;
}

export const SCHOOL_DAYS: Day[] = HALF_TERMS.flatMap(schoolDaysOf);

export const WINDOWS: PlanWindow[] = [
  {
    ...{ key: 'start', words: 'first week of the school year', phases: null },
    ...{ from: '2024-09-02', to: '2024-09-06' },
  },
  {
    ...{ key: 'concerts', words: 'Christmas concerts', phases: ['Primary', 'Nursery'] },
    ...{ from: '2024-12-11', to: '2024-12-20' },
  },
  {
    ...{ key: 'exams', words: 'exam season', phases: ['Secondary', '16 plus'] },
    ...{ from: '2025-05-08', to: '2025-06-25' },
  },
  {
    ...{ key: 'sats', words: 'SATs week', phases: ['Primary'] },
    ...{ from: '2025-05-12', to: '2025-05-15' },
  },
  {
    ...{ key: 'end', words: 'last week of the school year', phases: null },
    ...{ from: '2025-07-17', to: '2025-07-23' },
  },
];
