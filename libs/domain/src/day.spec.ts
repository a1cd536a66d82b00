import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  dayOf,
  dayParts,
  daysBetween,
  formatDay,
  fromSerial,
  isDay,
  londonToday,
  sinceInWords,
  toSerial,
  weekday,
  wholeMonthsBetween,
} from './day';

/** Days of 1901 to 2198, so that a step of some months stays inside the years a day may have. */
const anyDay = fc
  .integer({ min: toSerial('1901-01-01'), max: toSerial('2198-12-31') })
  .map(fromSerial);

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

describe('a day', () => {
  it.each(['2024-12-03', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('is %s', (text) =>
    expect(isDay(text)).toBe(true),
  );

  it.each([
    ...['2023-02-29', '1900-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10'],
    ...['2024-12-00', '1899-12-31', '2200-01-01', '2024-1-03', '2024-12-3', ' 2024-12-03', ''],
    ...[
      '2024-12-03T00:00:00',
      '03/12/2024',
      '2024/12/03',
      '２０２４-12-03',
      20241203,
      null,
      undefined,
    ],
  ])('is not %p', (text) => expect(isDay(text)).toBe(false));

  it('refuses to reckon with text that is no day', () => {
    expect(() => addDays('31/12/2024', 1)).toThrow(RangeError);
    expect(() => dayParts('2023-02-29')).toThrow('Not a day written YYYY-MM-DD: 2023-02-29');
  });

  it('agrees with the calendar of JavaScript on every day of 300 years', () => {
    const first = toSerial('1900-01-01');
    const last = toSerial('2199-12-31');
    for (let serial = first; serial <= last; serial += 1) {
      const day = fromSerial(serial);
      if (toSerial(day) !== serial || utc(day) !== serial * 86_400_000) throw new Error(day);
      if (weekday(day) !== (new Date(utc(day)).getUTCDay() || 7)) throw new Error(day);
    }
    expect(fromSerial(0)).toBe('1970-01-01');
  });
});

describe('reckoning with days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-11-20', 0, '2024-11-20'],
  ])('%s and %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it.each([
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2021-11-20', 3, '2024-11-20'],
    ['2024-02-29', -1, '2023-02-28'],
  ])('%s and %i years is %s', (day, years, expected) =>
    expect(addYears(day, years)).toBe(expected),
  );

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-08-31', -18, '2023-02-28'],
  ])('%s and %i months is %s', (day, months, expected) =>
    expect(addMonths(day, months)).toBe(expected),
  );

  it.each([
    ['2021-11-19', '2024-11-20', 36],
    ['2021-11-20', '2024-11-20', 36],
    ['2021-11-21', '2024-11-20', 35],
    ['2024-01-31', '2024-02-29', 0],
    ['2024-01-31', '2024-03-01', 1],
    ['2020-02-29', '2023-02-28', 35],
    ['2020-02-29', '2023-03-01', 36],
    ['2024-11-20', '2024-11-20', 0],
    ['2024-11-20', '2021-11-19', -36],
  ])('from %s to %s there are %i whole months', (from, to, months) =>
    expect(wholeMonthsBetween(from, to)).toBe(months),
  );

  it('undoes what it did', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -366, max: 366 }), (day, days) => {
        const moved = addDays(day, days);
        expect(daysBetween(day, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(day);
        expect(dayOf(dayParts(day))).toBe(day);
      }),
    );
  });

  it('never counts a month that is not over, nor misses one that is', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const months = wholeMonthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        // The month after has not begun, unless the end of a short month stood in for its date.
        const next = addMonths(from, months + 1);
        expect(next > to || dayParts(next).date < dayParts(from).date).toBe(true);
      }),
    );
  });
});

describe('days in words', () => {
  it.each([
    ['2024-12-03', 'Tue 3 Dec 2024'],
    ['2021-11-19', 'Fri 19 Nov 2021'],
    ['2024-09-01', 'Sun 1 Sep 2024'],
    ['1969-12-31', 'Wed 31 Dec 1969'],
  ])('%s is %s', (day, words) => expect(formatDay(day)).toBe(words));

  it.each([
    [null, 'never'],
    ['2024-11-20', 'today'],
    ['2024-11-19', 'yesterday'],
    ['2024-11-08', '12 days ago'],
    ['2024-10-21', '30 days ago'],
    ['2024-10-20', '1 month ago'],
    ['2024-08-20', '3 months ago'],
    ['2023-11-20', '1 year ago'],
    ['2023-10-20', '1 year 1 month ago'],
    ['2020-09-20', '4 years 2 months ago'],
    ['2021-11-19', '3 years ago'],
    ['2024-11-21', 'tomorrow'],
    ['2024-11-25', 'in 5 days'],
    ['2025-01-20', 'in 2 months'],
    ['2025-11-20', 'in 1 year'],
  ])('%s on 20 November 2024 is %s', (day, words) =>
    expect(sinceInWords(day, '2024-11-20')).toBe(words),
  );
});

describe('today in London', () => {
  it.each([
    ['2024-01-15T23:59:59Z', '2024-01-15'],
    ['2024-01-16T00:00:00Z', '2024-01-16'],
    ['2024-06-30T22:59:59Z', '2024-06-30'],
    ['2024-06-30T23:00:00Z', '2024-07-01'],
    // Summer time begins on 31 March 2024 at 01:00 UTC: its first midnight comes an hour early.
    ['2024-03-30T23:30:00Z', '2024-03-30'],
    ['2024-03-31T22:59:59Z', '2024-03-31'],
    ['2024-03-31T23:00:00Z', '2024-04-01'],
    // It ends on 27 October 2024 at 01:00 UTC.
    ['2024-10-26T23:00:00Z', '2024-10-27'],
    ['2024-10-27T23:30:00Z', '2024-10-27'],
    ['2024-10-28T00:00:00Z', '2024-10-28'],
    ['2024-12-31T23:59:59Z', '2024-12-31'],
  ])('at %s it is %s', (instant, day) => expect(londonToday(Date.parse(instant))).toBe(day));
});
