import fc from 'fast-check';
import { addDays, formatDay, fromSerial, toSerial } from './day';
import { exampleDays, parseTypedDay } from './typed-day';

describe('a day typed without its year', () => {
  it.each([
    ['8 january', '2027-01-08'],
    ['8 Jan', '2027-01-08'],
    ['8th of January', '2027-01-08'],
    ['Fri 8 Jan', '2027-01-08'],
    ['8/1', '2027-01-08'],
    ['8.1', '2027-01-08'],
    ['28 Nov', '2026-11-28'],
    ['1 November', '2026-11-01'],
    ['29/6', '2026-06-29'],
    ['Thu 3 Dec', '2026-12-03'],
  ])('%p on 28 November 2026 is %s', (text, day) =>
    expect(parseTypedDay(text, '2026-11-28')).toBe(day),
  );

  it.each(['8', 'january', '32 January', '8 Janx', '8/13', '29 Feb', '', 'next Tuesday'])(
    '%p is no day on 28 November 2026',
    (text) => expect(parseTypedDay(text, '2026-11-28')).toBeNull(),
  );

  it('reads 29 February in the leap year next to today', () =>
    expect(parseTypedDay('29 Feb', '2027-12-31')).toBe('2028-02-29'));

  it('is read with its year as before', () =>
    expect(parseTypedDay('3/12/24', '2026-11-28')).toBe('2024-12-03'));

  it('gives back any day within five months of today from its weekday, day and month', () => {
    const days = fc.integer({ min: toSerial('2020-01-01'), max: toSerial('2040-01-01') });
    fc.assert(
      fc.property(days, fc.integer({ min: -150, max: 150 }), (serial, distance) => {
        const today = fromSerial(serial);
        const day = addDays(today, distance);
        return parseTypedDay(formatDay(day).replace(/ \d{4}$/, ''), today) === day;
      }),
    );
  });
});

it('gives examples in the year of today', () =>
  expect(exampleDays('2026-11-28')).toBe('3/12/26 or 3 Dec 2026'));
