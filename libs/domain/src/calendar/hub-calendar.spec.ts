import { addDays } from '../day';
import { schoolDaysBetween } from '../school-calendar';
import {
  calendarSpan,
  dayInWords,
  hubCalendar,
  nextSchoolDays,
  schoolDayKind,
  termOn,
  termsOf,
} from './hub-calendar';

const year = {
  year: '2026-27',
  firstDay: '2026-09-01',
  lastDay: '2027-07-22',
  holidays: [
    { name: 'autumn half term', from: '2026-10-26', to: '2026-10-30' },
    { name: 'Christmas holiday', from: '2026-12-21', to: '2027-01-01' },
    { name: 'February half term', from: '2027-02-15', to: '2027-02-19' },
    { name: 'Easter holiday', from: '2027-03-26', to: '2027-04-09' },
    { name: 'summer half term', from: '2027-05-31', to: '2027-06-04' },
  ],
};
const calendar = hubCalendar([year], [{ day: '2027-05-03', name: 'Early May bank holiday' }]);

it.each([
  ['2026-09-01', 'school_day', null],
  ['2026-10-26', 'holiday', 'Autumn half term'],
  ['2026-10-31', 'weekend', null],
  ['2026-12-26', 'holiday', 'Christmas holiday'],
  ['2027-05-03', 'bank_holiday', 'Early May bank holiday'],
  ['2027-07-22', 'school_day', null],
  ['2027-07-23', 'holiday', 'Summer holiday'],
  // No term dates for 2027-28: weekdays outside August.
  ['2027-10-25', 'school_day', null],
  ['2028-08-01', 'holiday', 'Summer holiday'],
])('%s is a %s, called %s', (day, kind, words) => {
  expect(schoolDayKind(calendar, day)).toBe(kind);
  expect(dayInWords(calendar, day)).toBe(words);
});

it('calls the same days school days as the rules count', () => {
  for (let day = '2026-08-25'; day < '2028-09-10'; day = addDays(day, 1)) {
    const counted = schoolDaysBetween(calendar, day, day).days === 1;
    expect([day, schoolDayKind(calendar, day) === 'school_day']).toEqual([day, counted]);
  }
});

describe('terms', () => {
  it('are parted by the long holidays', () => {
    expect(termsOf(year)).toEqual([
      { name: 'Autumn term', from: '2026-09-01', to: '2026-12-20' },
      { name: 'Spring term', from: '2027-01-02', to: '2027-03-25' },
      { name: 'Summer term', from: '2027-04-10', to: '2027-07-22' },
    ]);
  });

  it('are counted where there are not three', () => {
    const [, christmas] = year.holidays;
    const two = { ...year, holidays: christmas ? [christmas] : [] };
    expect(termsOf(two).map(({ name }) => name)).toEqual(['Term 1', 'Term 2']);
  });

  it.each([
    ['2026-11-22', 'Autumn term', false],
    ['2026-10-28', 'Autumn term', false],
    ['2026-12-25', 'Spring term', false],
    ['2027-07-22', 'Summer term', false],
    // In the summer, next year's dates not being known.
    ['2027-08-01', '2026-27', true],
    ['2025-11-22', '2025-26', true],
  ])('on %s it is the %s', (day, name, assumed) => {
    expect(termOn(calendar, day)).toMatchObject({ name, assumed });
  });

  it('of a summer whose next year is known is the autumn to come', () => {
    const both = hubCalendar(
      [
        year,
        { ...year, year: '2025-26', firstDay: '2025-09-01', lastDay: '2026-07-21', holidays: [] },
      ],
      [],
    );
    expect(termOn(both, '2026-08-10').name).toBe('Autumn term');
  });
});

describe('a stretch of days', () => {
  it('has its terms, its days without school and the years that are not known', () => {
    const span = calendarSpan(calendar, '2027-05-01', '2027-06-06');
    expect(span.terms.map(({ name }) => name)).toEqual(['Summer term']);
    expect(span.days.map(({ day, words }) => `${day} ${words}`)).toEqual([
      '2027-05-03 Early May bank holiday',
      ...['05-31', '06-01', '06-02', '06-03', '06-04'].map((day) => `2027-${day} Summer half term`),
    ]);
    expect(span.unknownYears).toEqual([]);
    const later = calendarSpan(calendar, '2027-08-30', '2027-09-02');
    expect(later).toMatchObject({ terms: [], unknownYears: ['2027-28'] });
    expect(later.days).toHaveLength(2);
    const none = { terms: [], days: [], unknownYears: [] };
    expect(calendarSpan(calendar, '2027-01-02', '2027-01-01')).toEqual(none);
  });

  it('has school days that are free', () => {
    const except = new Set(['2026-10-23']);
    expect(
      nextSchoolDays(calendar, '2026-10-22', { count: 3, suits: (day) => !except.has(day) }),
    ).toEqual([...['2026-10-22', '2026-11-02', '2026-11-03']]);
  });
});
