import fc from 'fast-check';
import { addDays } from './day';
import {
  backlogDays,
  dayReached,
  dayToReach,
  expectedBy,
  expectedLine,
  forecast,
  lineDays,
  visitsAtPace,
  weeklyRateNeeded,
} from './progress';
import type { SchoolCalendar } from './school-calendar';

// Two terms of 20 and 30 school days.
const calendar: SchoolCalendar = {
  years: {
    '2024-25': {
      terms: [
        { from: '2024-09-02', to: '2024-09-27' },
        { from: '2025-06-02', to: '2025-07-11' },
      ],
    },
    '2026-27': { terms: [{ from: '2026-09-05', to: '2026-09-06' }] },
  },
  bankHolidays: [],
};
const year = '2024-25';

it.each([
  // 20 and 30 of 50 school days, one of them, and none.
  ['2024-09-02', '2024-09-27', 72],
  ['2025-06-02', '2025-07-11', 108],
  ['2024-09-02', '2024-09-02', 4],
  ['2024-12-02', '2024-12-20', 0],
])('from %s to %s the pace takes %d of 180 visits', (from, to, visits) =>
  expect(visitsAtPace(180, calendar, year, { from, to })).toBe(visits),
);

it('a stretch of a year without a school day takes no visit', () =>
  expect(visitsAtPace(180, calendar, '2026-27', { from: '2026-09-01', to: '2027-08-31' })).toBe(0));

describe('visits expected by today', () => {
  it.each([
    ['2024-09-01', 0],
    ['2024-09-02', 0],
    ['2024-09-03', 3.6],
    ['2024-09-09', 18],
    ['2024-09-28', 72],
    ['2025-06-02', 72],
    ['2025-07-12', 180],
    ['2025-08-31', 180],
    ['2025-12-01', 180],
  ])('on %s are %d of 180', (today, expected) =>
    expect(expectedBy(180, calendar, year, today)).toBe(expected),
  );

  it('stand still in August, so that nobody falls behind', () => {
    const atEndOfTerm = expectedBy(180, calendar, year, '2025-07-12');
    for (let day = '2025-08-01'; day <= '2025-08-31'; day = addDays(day, 1)) {
      expect(expectedBy(180, calendar, year, day)).toBe(atEndOfTerm);
    }
    expect(expectedBy(180, { years: {}, bankHolidays: [] }, '2025-26', '2026-08-15')).toBe(180);
  });

  it('never fall, from none to all of the target', () => {
    fc.assert(
      fc.property(fc.nat(364), fc.nat(300), (offset, target) => {
        const day = addDays('2024-09-01', offset);
        const now = expectedBy(target, calendar, year, day);
        expect(now >= 0 && now <= target).toBe(true);
        expect(expectedBy(target, calendar, year, addDays(day, 1))).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('are none in a year without school days until it is over', () => {
    expect(expectedBy(180, calendar, '2026-27', '2027-08-31')).toBe(0);
    expect(expectedBy(180, calendar, '2026-27', '2027-09-01')).toBe(180);
  });
});

describe('forecast', () => {
  const on = (today: string, visits: number) => forecast({ calendar, year, today, visits });

  it('goes on at the pace so far, in a range that narrows', () => {
    expect(on('2024-09-28', 72)).toEqual({ expected: 180, low: 158, high: 202, assumed: false });
    expect(on('2025-07-11', 176)).toEqual({ expected: 180, low: 177, high: 183, assumed: false });
    expect(on('2025-07-12', 176)).toEqual({ expected: 176, low: 176, high: 176, assumed: false });
  });

  it('is none before the first school day is over', () => {
    expect(on('2024-09-01', 0)).toBeNull();
    expect(on('2024-09-02', 3)).toBeNull();
  });

  it('does not take no visit so far for none to come', () => {
    expect(on('2024-09-03', 0)).toMatchObject({ expected: 0, low: 0 });
    expect(on('2024-09-03', 0)?.high).toBeGreaterThan(0);
  });

  it('holds what was done, and is finite', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 400 }), fc.nat(300), (offset, visits) => {
        const found = on(addDays('2024-09-01', offset), visits);
        if (!found) return;
        const { low, expected, high } = found;
        expect(visits <= low && low <= expected && expected <= high).toBe(true);
        expect(Number.isInteger(low + expected) && Number.isInteger(high)).toBe(true);
      }),
    );
  });
});

describe('visits needed per school week', () => {
  const on = (today: string, visits: number) =>
    weeklyRateNeeded({ calendar, year, today, visits, target: 180 });

  it.each([
    ['2024-09-01', 0, 18],
    ['2024-09-28', 72, 18],
    ['2024-09-28', 71, 18.2],
    ['2025-07-11', 178, 10],
    ['2025-07-11', 180, 0],
    ['2025-07-12', 180, 0],
    ['2025-07-12', 200, 0],
    ['2025-08-15', 179, null],
  ])('on %s after %i visits: %p', (today, visits, rate) => expect(on(today, visits)).toBe(rate));

  it('is enough to reach the target', () => {
    fc.assert(
      fc.property(fc.nat(312), fc.nat(180), (offset, visits) => {
        const today = addDays('2024-09-01', offset);
        const rate = on(today, visits);
        if (rate === null) return;
        const weeks = (180 - expectedBy(180, calendar, year, today)) / 18;
        expect(visits + rate * weeks).toBeGreaterThanOrEqual(180 - 1e-6);
      }),
    );
  });
});

describe('the line of the year', () => {
  it('is what was expected on each of its days', () => {
    const days = Array.from({ length: 400 }, (_, offset) => addDays('2024-08-20', offset));
    for (const one of [year, '2026-27', '2027-28']) {
      const line = expectedLine(180, calendar, one, days);
      expect(line).toEqual(days.map((day) => expectedBy(180, calendar, one, day)));
    }
  });
});

describe('the day on which the target is reached', () => {
  const on = (today: string, visits: number, target = 180) =>
    dayToReach({ calendar, year, today, visits, target });

  it.each([
    // 72 visits in 20 school days are 3.6 a day: 30 more days, today the first of them.
    ['2024-09-28', 72, 180, '2025-07-11'],
    ['2025-06-02', 72, 180, '2025-07-11'],
    ['2025-06-02', 72, 73, '2025-06-02'],
    ['2025-06-02', 72, 76, '2025-06-03'],
    // On in the next year, whose terms are not known: its weekdays outside August.
    ['2025-07-11', 49, 50, '2025-07-11'],
    ['2025-07-11', 49, 51, '2025-09-01'],
    ['2025-07-11', 49, 52, '2025-09-02'],
    ['2025-08-31', 50, 52, '2025-09-02'],
  ])('on %s with %i of %i: %s', (today, visits, target, day) =>
    expect(on(today, visits, target)).toBe(day),
  );

  it.each([
    ['before the first school day is over', '2024-09-02', 5, 180],
    ['without a visit', '2025-06-02', 0, 180],
    ['when the year is over', '2025-09-01', 50, 180],
    ['when five years are not enough', '2025-06-02', 1, 180],
    ['when it is reached already', '2025-06-02', 72, 72],
    ['when nothing is aimed at', '2025-06-02', 3, 0],
  ])('is none %s', (_, today, visits, target) => expect(on(today, visits, target)).toBeNull());

  it('is the earliest school day on which the pace gives the target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 310 }),
        fc.integer({ min: 20, max: 170 }),
        (offset, visits) => {
          const today = addDays('2024-09-01', offset);
          const day = on(today, visits);
          const gone = expectedBy(50, calendar, year, today);
          const known = { years: calendar.years, bankHolidays: [] };
          expect(day === null || day >= today).toBe(true);
          if (day === null || day > '2025-07-11') return;
          const until = expectedBy(50, known, year, addDays(day, 1));
          expect((visits * until) / gone).toBeGreaterThanOrEqual(180 - 1e-6);
          expect((visits * (until - 1)) / gone).toBeLessThan(180);
        },
      ),
    );
  });

  it.each([
    [3, '2024-09-12'],
    [4, '2024-09-12'],
    [5, '2024-10-01'],
    [1, '2024-09-04'],
    [6, null],
    [0, null],
  ])('was, for a target of %i: %p', (target, day) => {
    const days = [
      { day: '2024-09-04', visits: 1 },
      { day: '2024-09-12', visits: 3 },
      { day: '2024-10-01', visits: 1 },
    ];
    expect(dayReached(days, target)).toBe(day);
  });
});

describe('the days that are counted as of', () => {
  it.each<[string, number, string[]]>([
    ['2024-08-20', 1, ['2024-08-20']],
    ['2024-09-01', 1, ['2024-09-01']],
    ['2024-09-02', 2, ['2024-09-01', '2024-09-02']],
    ['2024-10-01', 2, ['2024-09-01', '2024-10-01']],
    ['2025-08-31', 13, ['2024-09-01', '2024-10-01']],
    ['2027-01-05', 13, ['2024-09-01', '2024-10-01']],
  ])('for the backlog on %s: %i', (asOf, count, first) => {
    const days = backlogDays(year, asOf);
    expect([days.length, days.slice(0, first.length), days.at(-1)]).toEqual([count, first, asOf]);
  });

  it('for the line are a week apart, with its last day and the day itself', () => {
    const days = lineDays('2023-24', '2024-02-29');
    expect(days.slice(0, 2)).toEqual(['2023-09-01', '2023-09-08']);
    expect(days.slice(-2)).toEqual(['2024-08-30', '2024-08-31']);
    expect(days).toHaveLength(55);
    expect(days.slice(26, 28)).toEqual(['2024-02-29', '2024-03-01']);
    expect(lineDays('2023-24', '2023-09-08')).toHaveLength(54);
    expect(lineDays('2023-24', '2026-01-01')).toHaveLength(54);
  });
});
