import type { SchoolCalendarSpan } from '@tracker/contract';
import { addDays } from '@tracker/domain';
import { dayLooks, firstSchoolDay, termsShown } from './day-words';

const span: SchoolCalendarSpan = {
  from: '2024-11-25',
  to: '2025-02-02',
  terms: [
    { name: 'Autumn term', from: '2024-09-02', to: '2024-12-20' },
    { name: 'Spring term', from: '2025-01-06', to: '2025-04-04' },
  ],
  days: Array.from({ length: 16 }, (_, i) => ({
    day: addDays('2024-12-21', i),
    kind: 'holiday' as const,
    words: 'Christmas holidays',
  })),
  unknownYears: [],
};
const lookOf = dayLooks(span);

it.each([
  ['2024-11-20', '2024-12-31', '2024-11-20'],
  ['2024-11-23', '2024-12-31', '2024-11-25'],
  ['2025-01-01', '2025-02-02', '2025-01-06'],
  ['2024-12-28', '2025-01-02', '2024-12-28'],
])('the first school day from %s to %s is %s', (from, to, day) => {
  expect(firstSchoolDay(lookOf, from, to)).toBe(day);
});

it.each([
  ['2024-11-25', '2024-12-01', ['Autumn term']],
  ['2024-12-30', '2025-01-05', []],
  ['2024-12-30', '2025-02-02', ['Spring term']],
  ['2024-11-25', '2025-01-12', ['Autumn term', 'Spring term']],
])('from %s to %s are shown %j', (from, to, names) => {
  expect(termsShown(span.terms, lookOf, from, to)).toEqual(names);
});
