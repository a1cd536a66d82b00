import { hubCalendar } from '../calendar';
import {
  ASSUMED_CAPACITY,
  checkAvailability,
  checkCapacity,
  checkSpan,
  checkWindows,
  isInWindow,
  type PlanningWindow,
  toTheKilometre,
  windowsToBeginWith,
} from '.';

// Hertfordshire's year, by which the rules of planning are explained.
const YEAR = hubCalendar(
  [
    {
      year: '2024-25',
      firstDay: '2024-09-02',
      lastDay: '2025-07-23',
      holidays: [
        { name: 'Autumn half term', from: '2024-10-26', to: '2024-11-03' },
        { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
        { name: 'Spring half term', from: '2025-02-15', to: '2025-02-23' },
        { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
        { name: 'Summer half term', from: '2025-05-24', to: '2025-06-01' },
      ],
    },
  ],
  [{ day: '2025-05-05', name: 'Early May bank holiday' }],
);

describe('the capacity of a visitor', () => {
  it.each([
    [{ perDay: 7 }, 'perDay', 'Visits a day must be a whole number from 0 to 6.'],
    [{ perDay: -1 }, 'perDay', 'Visits a day must be a whole number from 0 to 6.'],
    [{ perWeek: 1.5 }, 'perWeek', 'Visits a week must be a whole number from 0 to 30.'],
    [
      { perHalfTerm: 201 },
      'perHalfTerm',
      'Visits a half term must be a whole number from 0 to 200.',
    ],
    [{ weekdays: [1, 8] }, 'weekdays', expect.stringContaining('from 1 (Monday)')],
    [{ weekdays: [2, 2] }, 'weekdays', expect.stringContaining('each of them once')],
  ])('%j is refused at %s', (change, field, message) => {
    expect(checkCapacity({ ...ASSUMED_CAPACITY, ...change })).toEqual([{ field, message }]);
  });

  it('may be none at all', () => {
    expect(checkCapacity({ perDay: 0, perWeek: 0, perHalfTerm: 0, weekdays: [] })).toEqual([]);
  });

  it('keeps where somebody starts from to the kilometre', () => {
    expect([523_499, 523_500].map(toTheKilometre)).toEqual([523_000, 524_000]);
  });
});

describe('the windows of a year', () => {
  const usual = windowsToBeginWith('2024-25', YEAR, []);
  const away = (day: string, phase: string) =>
    usual.filter((window) => isInWindow(window, day, phase)).map(({ words }) => words);

  it.each([
    ['2025-05-08', 'Secondary', ['Exam season']],
    ['2025-05-08', 'Primary', []],
    ['2025-05-13', 'Primary', ['SATs week']],
    ['2024-12-11', 'Primary', ['Christmas concerts']],
    ['2024-12-10', 'Primary', []],
    ['2024-12-11', 'Secondary', []],
    ['2024-09-04', 'Secondary', ['First week of the year']],
    ['2025-07-22', 'Primary', ['Last week of the year']],
  ])('on %s a %s school has %j', (day, phase, words) => {
    expect(away(day, phase)).toEqual(words);
  });

  it('are those of the year before on the same weekdays, where it has any', () => {
    const trips: PlanningWindow = {
      words: 'Trips',
      from: '2024-06-10',
      to: '2024-06-14',
      phases: null,
    };
    expect(windowsToBeginWith('2024-25', YEAR, [trips])).toEqual([
      { ...trips, from: '2025-06-09', to: '2025-06-13' },
    ]);
  });

  it('are not made of a year without school days', () => {
    const closed = hubCalendar(
      [{ year: '2024-25', firstDay: '2024-09-07', lastDay: '2024-09-08', holidays: [] }],
      [],
    );
    expect(windowsToBeginWith('2024-25', closed, [])).toEqual([]);
  });

  it.each<[Partial<PlanningWindow>, string, string]>([
    [{ to: '2025-05-01' }, 'windows.0.to', 'The last day must not be before the first.'],
    [{ from: '2024-08-30' }, 'windows.0.from', 'The days must be in the academic year 2024-25.'],
    [{ to: '2025-09-01' }, 'windows.0.to', 'The days must be in the academic year 2024-25.'],
    [{ words: ' ' }, 'windows.0.words', 'Say what it is.'],
    [{ phases: [] }, 'windows.0.phases', 'Choose a phase, or all of them.'],
    [{ phases: ['Big'] }, 'windows.0.phases', '“Big” is not a phase of a school.'],
    [{ from: '2025-02-30' }, 'windows.0.from', 'Enter a date, such as 2026-11-18.'],
  ])('with %j are refused at %s', (change, field, message) => {
    const window = { words: 'Trips', from: '2025-05-02', to: '2025-05-09', phases: null };
    expect(checkWindows('2024-25', [{ ...window, ...change }])).toEqual([{ field, message }]);
  });

  it('may cover the whole year', () => {
    const all = { words: 'Rebuilding', from: '2024-09-01', to: '2025-08-31', phases: null };
    expect(checkWindows('2024-25', [all])).toEqual([]);
  });
});

describe('what a school says of itself', () => {
  const residential = { from: '2025-02-03', to: '2025-02-07', why: 'Residential' };

  it('does not wish for a day on which it never can', () => {
    const of = { neverWeekdays: [5], wishedWeekdays: [2, 5], unavailable: [residential] };
    expect(checkAvailability(of).map(({ field }) => field)).toEqual(['wishedWeekdays']);
  });

  it('names the entry that ends before it begins', () => {
    const of = {
      ...{ neverWeekdays: [], wishedWeekdays: [] },
      unavailable: [residential, { ...residential, to: '2025-02-01' }],
    };
    expect(checkAvailability(of)).toEqual([
      { field: 'unavailable.1.to', message: 'The last day must not be before the first.' },
    ]);
  });

  it('spans of any kind begin before they end', () => {
    expect(checkSpan('', { from: '2025-02-28', to: '2025-02-28' })).toEqual([]);
  });
});
