import fc from 'fast-check';
import { addDays, fromSerial, mondayOf, weekday } from '../day';
import {
  calendarSpanOf,
  monthInWords,
  turnCalendar,
  weekInWords,
  weeksOfMonth,
} from './calendar-sheet';

const aDay = fc.integer({ min: 10_000, max: 40_000 }).map(fromSerial);

it.each([
  ['2024-11-20', '2024-10-28', '2024-12-01', 5],
  // A February that is exactly four weeks from Monday to Sunday.
  ['2027-02-14', '2027-02-01', '2027-02-28', 4],
  // Six weeks, over the Sunday on which the clocks go back and forward.
  ['2026-08-31', '2026-07-27', '2026-09-06', 6],
  ['2025-03-30', '2025-02-24', '2025-04-06', 6],
  ['2024-12-31', '2024-11-25', '2025-01-05', 6],
])('shows the month of %s from %s to %s in %i weeks', (day, from, to, weeks) => {
  expect(calendarSpanOf('month', day)).toEqual({ from, to });
  expect(weeksOfMonth(day)).toHaveLength(weeks);
});

it('has every day of a month once, in order, in rows from Monday to Sunday', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const weeks = weeksOfMonth(day);
      const days = weeks.flat();
      expect(days).toContain(day);
      expect(days.map(weekday)).toEqual(weeks.flatMap(() => [1, 2, 3, 4, 5, 6, 7]));
      expect(days.slice(1)).toEqual(days.slice(0, -1).map((each) => addDays(each, 1)));
    }),
  );
});

it.each([
  ['month', '2024-11-20', 1, '2024-12-01'],
  ['month', '2024-12-01', -1, '2024-11-20'],
  ['month', '2025-01-31', 1, '2025-02-01'],
  ['week', '2024-10-26', 1, '2024-10-28'],
  ['week', '2024-11-25', -1, '2024-11-20'],
] as const)('turns from the %s of %s by %i to %s', (view, day, by, then) => {
  expect(turnCalendar(view, day, by, '2024-11-20')).toBe(then);
});

it('comes back to the same page when it is turned there and back', () => {
  fc.assert(
    fc.property(aDay, aDay, fc.constantFrom('month', 'week'), (day, today, view) => {
      const there = turnCalendar(view, day, 1, today);
      const back = turnCalendar(view, there, -1, today);
      expect(calendarSpanOf(view, back)).toEqual(calendarSpanOf(view, day));
    }),
  );
});

it.each([
  ['2024-11-20', 'November 2024', '18 to 24 November 2024'],
  ['2024-10-31', 'October 2024', '28 October to 3 November 2024'],
  ['2025-01-01', 'January 2025', '30 December 2024 to 5 January 2025'],
])('calls the month and the week of %s %s and %s', (day, month, week) => {
  expect(monthInWords(day)).toBe(month);
  expect(weekInWords(day)).toBe(week);
});

it('takes a Sunday to the week before it', () => {
  expect(mondayOf('2024-10-27')).toBe('2024-10-21');
});
