import { monthDayInWords, parseMonthDay } from './plan-rules';

it.each([
  ['31 December', '12-31'],
  ['31 Dec', '12-31'],
  ['1/9', '09-01'],
  // No day of every year, which `checkPlanRules` says.
  ['29 February', '02-29'],
])('%s is %s', (typed, monthDay) => expect(parseMonthDay(typed)).toBe(monthDay));

it.each(['31 June', '12-31-', 'Christmas', ''])('%s is no day', (typed) =>
  expect(parseMonthDay(typed)).toBeNull(),
);

it.each([
  ['12-31', '31 December'],
  ['09-01', '1 September'],
  ['13-01', '13-01'],
])('%s is read out as %s', (monthDay, words) => expect(monthDayInWords(monthDay)).toBe(words));
