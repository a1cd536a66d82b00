import { readWrittenDay } from './written-day';

const read = (cell: string | number, academicYear: string | null = null) =>
  readWrittenDay(cell, { order: 'day_first', academicYear });

describe('a single day as people write it', () => {
  it.each<[string | number, string]>([
    ['15th Jan 2024', '2024-01-15'],
    ["15 Jan '24", '2024-01-15'],
    ['15 Jan ’24', '2024-01-15'],
    ['15.1.24', '2024-01-15'],
    ['15/01/2024 09:30', '2024-01-15'],
    ['15/01/2024 9.30am', '2024-01-15'],
    ['15/01/2024 9:30 AM', '2024-01-15'],
    ['15/01/2024 at 2 p.m.', '2024-01-15'],
    ['15/01/2024 9:30-11:00', '2024-01-15'],
    ['15/01/2024, 1.30pm to 3pm', '2024-01-15'],
    ['9.30am 15/01/2024', '2024-01-15'],
    ['15-Jan-24', '2024-01-15'],
    ['2024-01-15T09:30:00Z', '2024-01-15'],
    ['2024-07-14T23:00:00.000Z', '2024-07-15'],
    ['2024-01-14T23:00:00Z', '2024-01-14'],
    ['2024-07-15T00:00:00+01:00', '2024-07-15'],
    ['15/1/2024 (am)', '2024-01-15'],
    ['15/01/2024\n(pm)', '2024-01-15'],
    ['15/1/24 morning', '2024-01-15'],
    ['Monday 15th January 2024', '2024-01-15'],
    ['Mon 15/1/24', '2024-01-15'],
    ['15/1/24 (Mon)', '2024-01-15'],
    ['15/01/24 ', '2024-01-15'],
    ['15 - 1 - 2024', '2024-01-15'],
    ['15 01 2024', '2024-01-15'],
    ['15\\1\\2024', '2024-01-15'],
    ['Tues 16th Jan 2024', '2024-01-16'],
    ['Weds 17 Jan 2024', '2024-01-17'],
    ['Thurs 18 Jan 2024', '2024-01-18'],
    ['Monday, 15 January 2024 14:00', '2024-01-15'],
    ['15 Sept 2025', '2025-09-15'],
    ['15th of Sept 2025', '2025-09-15'],
    ['the 15th of September 2025', '2025-09-15'],
    [45306, '2024-01-15'],
    ['45306', '2024-01-15'],
    ['45306.4', '2024-01-15'],
    ['20240115', '2024-01-15'],
    [20240115, '2024-01-15'],
    ['January 15, 2024', '2024-01-15'],
    ['Jan 15 2024', '2024-01-15'],
    ['Mon Jan 15 2024', '2024-01-15'],
    ['Jan. 15th, 2024', '2024-01-15'],
    ['2024 Jan 15', '2024-01-15'],
    ['15 JAN 2024', '2024-01-15'],
    ['15Jan2024', '2024-01-15'],
    ['15/Jan/2024', '2024-01-15'],
    ['１５/０１/２０２４', '2024-01-15'],
    ["'15/01/2024", '2024-01-15'],
    ['15/01/2024.', '2024-01-15'],
    ['15–01–2024', '2024-01-15'],
    ['20/06/24 (moved from 13th)', '2024-06-20'],
    ['Visited 15/1/24', '2024-01-15'],
    ['2024-01-15', '2024-01-15'],
    ['2024/01/15', '2024-01-15'],
  ])('%j is %s', (cell, day) => expect(read(cell)).toMatchObject({ day }));

  it.each([
    ['15 January', '2024-01-15'],
    ['15/10', '2023-10-15'],
    ['Mon 15 Jan', '2024-01-15'],
    ['1st September', '2023-09-01'],
  ])('%j in 2023-24 is %s', (cell, day) => expect(read(cell, '2023-24')).toMatchObject({ day }));
});

describe('what is not one certain day', () => {
  it.each([
    ['12/1/24 & 19/1/24', /more than one day/],
    ['15/1/24 and 16/1/24', /more than one day/],
    ['w/c 12th Jan 2026', /names a week/],
    ['w/c 12/01/2026', /names a week/],
    ['Week beginning 12 Jan 2026', /names a week/],
    ['Autumn 2', /names a term/],
    ['Autumn 2 2024', /names a term/],
    ['Spring term 2025', /names a term/],
    ['15 January', /names no year/],
    ['Jan 2024', /names a month/],
    ['15/1', /names no year/],
    ['15/01/2024-16/01/2024', /range/],
    ['15/01/2024 - 16/01/2024', /range/],
    ['15/01/2024-16.01', /range/],
    ['15-16 Jan 2024', /range/],
    ['15th & 16th Jan 2024', /more than one day/],
    ['15/16 Jan 2024', /more than one day/],
    ['15/01/2024, 18/03/2024', /more than one day/],
    ['15/1/24\n18/3/24', /more than one day/],
    ['c. 17/01/2024', /not certain/],
    ['15/01/2204', /Look at its year/],
    ['17/01/2024 & phone call', /more than a day/],
    ['15 janvier 2024', /not a date/],
    ['TBC', /not certain/],
    ['15/1/24?', /not certain/],
    ['15/1/24 (tbc)', /not certain/],
    ['about 15/1/24', /not certain/],
    ['15/01//2024', /not a date/],
    ['31/02/2024', /not a date/],
    ['29/02/2023', /not a date/],
    ['Tue 15/1/24', /not certain: that day is Mon 15 Jan 2024/],
    ['2023', /looks like a year/],
    ['15/1/24 cancelled', /did not take place|not a date/],
    ['Cancelled', /did not take place/],
    ['15/01/2024 16.01', /not a date/],
    ['mid January 2024', /not certain/],
    ['15.1', /not a date/],
    ['7', /not a date/],
  ])('%j', (cell, fault) =>
    expect(read(cell)).toMatchObject({ fault: expect.stringMatching(fault) }),
  );

  it('is handed back from figures with the month first as well', () => {
    const monthFirst = { order: 'month_first', academicYear: null } as const;
    expect(readWrittenDay('1/25/2024', monthFirst)).toMatchObject({ day: '2024-01-25' });
    expect(readWrittenDay('25/1/2024', monthFirst)).toHaveProperty('fault');
    expect(readWrittenDay('25 Jan 2024', monthFirst)).toMatchObject({ day: '2024-01-25' });
  });
});
