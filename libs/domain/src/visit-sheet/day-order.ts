import type { FiguresOfDay } from './written-day';

/** Which order a day in figures proves; null where both are possible, or neither, or are the same. */
export function provenOrder({ first, second }: FiguresOfDay): 'day_first' | 'month_first' | null {
  const mayBeMonth = (figure: number) => figure >= 1 && figure <= 12;
  const mayBeDate = (figure: number) => figure >= 1 && figure <= 31;
  if (mayBeMonth(first) && !mayBeMonth(second) && mayBeDate(second)) return 'month_first';
  if (mayBeMonth(second) && !mayBeMonth(first) && mayBeDate(first)) return 'day_first';
  return null;
}

/** Whether two figures give two different days. */
export const mayBeSwapped = ({ first, second }: FiguresOfDay): boolean =>
  first !== second && first <= 12 && second <= 12;
