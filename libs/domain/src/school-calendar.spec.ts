import fc from 'fast-check';
import { addDays, daysBetween } from './day';
import { schoolDaysBetween, schoolYearPace, type SchoolCalendar } from './school-calendar';

// Term dates of Hertfordshire's community schools in 2024-25 and the bank holidays of England.
const calendar: SchoolCalendar = {
  years: {
    '2024-25': {
      terms: [{ from: '2024-09-02', to: '2025-07-23' }],
      holidays: [
        { from: '2024-10-28', to: '2024-11-01' },
        { from: '2024-12-23', to: '2025-01-03' },
        { from: '2025-02-17', to: '2025-02-21' },
        { from: '2025-04-07', to: '2025-04-21' },
        { from: '2025-05-26', to: '2025-05-30' },
      ],
    },
  },
  bankHolidays: ['2024-12-25', '2024-12-26', '2025-01-01', '2025-04-18', '2025-05-05'],
};

describe('school days', () => {
  it.each([
    ['2024-09-02', '2024-09-08', 5, 'a week'],
    ['2024-09-07', '2024-09-08', 0, 'a weekend'],
    ['2024-10-28', '2024-11-03', 0, 'half term'],
    ['2024-10-25', '2024-11-04', 2, 'the days around half term'],
    ['2025-05-05', '2025-05-09', 4, 'a week with a bank holiday'],
    ['2024-09-01', '2025-08-31', 196, 'the year'],
    ['2025-07-24', '2025-08-31', 0, 'the summer holiday'],
    ['2024-09-05', '2024-09-05', 1, 'one day'],
    ['2024-09-05', '2024-09-04', 0, 'no days'],
  ])('from %s to %s are %i: %s', (from, to, days) =>
    expect(schoolDaysBetween(calendar, from, to)).toEqual({ days, assumed: false }),
  );

  it('are the same whether a year is given as three terms or as one with holidays', () => {
    const two: SchoolCalendar = {
      years: {
        '2024-25': {
          terms: [
            { from: '2024-09-02', to: '2024-10-25' },
            { from: '2024-11-04', to: '2024-12-20' },
          ],
        },
      },
      bankHolidays: [],
    };
    const autumn = ['2024-09-01', '2024-12-31'] as const;
    expect(schoolDaysBetween(two, ...autumn)).toEqual(schoolDaysBetween(calendar, ...autumn));
  });

  it('are weekdays outside August, and said to be assumed, where terms are not known', () => {
    expect(schoolDaysBetween(calendar, '2025-09-01', '2025-09-07')).toEqual({
      days: 5,
      assumed: true,
    });
    expect(schoolDaysBetween(calendar, '2026-08-01', '2026-08-31').days).toBe(0);
    // Into the next year: three known days and two assumed ones.
    expect(schoolDaysBetween(calendar, '2025-07-21', '2025-09-02')).toEqual({
      days: 5,
      assumed: true,
    });
  });

  it('add up wherever a stretch is cut', () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(400), fc.nat(400), (start, first, second) => {
        const from = addDays('2024-01-01', start);
        const cut = addDays(from, first);
        const to = addDays(cut, second + 1);
        const sum =
          schoolDaysBetween(calendar, from, cut).days +
          schoolDaysBetween(calendar, addDays(cut, 1), to).days;
        expect(schoolDaysBetween(calendar, from, to).days).toBe(sum);
        expect(sum).toBeLessThanOrEqual(daysBetween(from, to) + 1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('pace of a year', () => {
  it.each([
    ['2023-01-01', 0, 196],
    ['2024-09-01', 0, 196],
    ['2024-09-02', 0, 196],
    ['2024-09-03', 1, 195],
    ['2025-07-23', 195, 1],
    ['2025-07-24', 196, 0],
    ['2025-08-31', 196, 0],
    ['2030-01-01', 196, 0],
  ])('on %s: %i gone, %i left', (today, gone, left) =>
    expect(schoolYearPace(calendar, '2024-25', today)).toEqual({
      gone,
      left,
      inYear: 196,
      assumed: false,
    }),
  );
});
