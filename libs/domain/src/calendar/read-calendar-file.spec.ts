import { readBankHolidays, readTermDates, schoolYearInWords } from './read-calendar-file';

const county = (over: object = {}, year = '2024-25') =>
  JSON.stringify({
    note: 'Academies may differ.',
    years: {
      [year]: {
        source: 'the county',
        term_start: '2024-09-02',
        last_day: '2025-07-22',
        summer_holiday: ['2025-07-23', '2025-08-31'],
        holidays: {
          'Christmas holiday': ['2024-12-23', '2025-01-03'],
          'autumn half term': ['2024-10-28', '2024-11-01'],
        },
        ...over,
      },
    },
  });
const holiday = (name: string, from: unknown, to: unknown) => ({
  holidays: { [name]: [from, to] },
});

describe('term dates', () => {
  const plan = {
    year: '2024-25',
    firstDay: '2024-09-02',
    lastDay: '2025-07-22',
    holidays: [
      { name: 'autumn half term', from: '2024-10-28', to: '2024-11-01' },
      { name: 'Christmas holiday', from: '2024-12-23', to: '2025-01-03' },
    ],
  };

  it('are read as counties write them, in order', () => {
    expect(readTermDates(county())).toEqual({ years: [plan], faults: [] });
    expect(schoolYearInWords(plan)).toBe('Mon 2 Sep 2024 to Tue 22 Jul 2025, 2 holidays');
  });

  it('are read as the tracker writes them', () => {
    const { year, ...dates } = plan;
    expect(readTermDates(JSON.stringify({ years: { [year]: dates } })).years).toEqual([plan]);
  });

  it.each([
    ['{', 'content', 'The file is not JSON.'],
    ['[]', 'years', 'The file has no term dates: it should have “years”, as “2024-25”.'],
    ['{"years":{}}', 'years', 'The file has no term dates: it should have “years”, as “2024-25”.'],
    ['{"years":{"2024-25":1}}', 'years.2024-25', '2024-25: there are no dates.'],
    [county({}, '2024-26'), 'years.2024-26', '“2024-26” is no academic year; write it 2024-25.'],
    [
      county({ term_start: '1 Sept' }),
      'years.2024-25.term_start',
      '2024-25: the first day of school is “1 Sept”, which is no date; write it 2024-09-02.',
    ],
    [
      county({ last_day: undefined }),
      'years.2024-25.last_day',
      '2024-25: the last day of school is missing; write it 2024-09-02.',
    ],
    [
      county({ term_start: '2024-08-30' }),
      'years.2024-25.term_start',
      '2024-25: the first day of school, Fri 30 Aug 2024, is not inside Sun 1 Sep 2024 to Sun 31 Aug 2025.',
    ],
    [
      county({ last_day: '2025-09-22' }),
      'years.2024-25.last_day',
      '2024-25: the last day of school, Mon 22 Sep 2025, is not inside Sun 1 Sep 2024 to Sun 31 Aug 2025.',
    ],
    [
      county({ last_day: '2024-09-02', holidays: {} }),
      'years.2024-25.last_day',
      '2024-25: the last day of school comes before the first.',
    ],
    [
      county(holiday('half term', '2024-11-01', '2024-10-28')),
      'years.2024-25.holidays.half term',
      '2024-25: half term ends before it begins.',
    ],
    [
      county(holiday('half term', '2024-10-28', '2024-02-30')),
      'years.2024-25.holidays.half term',
      '2024-25: the last day of half term is “2024-02-30”, which is no date; write it 2024-09-02.',
    ],
    [
      county(holiday('summer', '2025-07-20', '2025-08-31')),
      'years.2024-25.holidays.summer',
      '2024-25: summer is not inside the school year, Mon 2 Sep 2024 to Tue 22 Jul 2025.',
    ],
    [
      county({ holidays: [{ name: ' ', from: '2024-10-28', to: '2024-11-01' }] }),
      'years.2024-25.holidays.0',
      '2024-25: a holiday has no name.',
    ],
    [
      county({
        holidays: { a: ['2024-10-28', '2024-11-01'], b: ['2024-11-01', '2024-11-04'] },
      }),
      'years.2024-25.holidays.b',
      '2024-25: b and a overlap.',
    ],
  ])('%s: %s %s', (content, field, message) => {
    expect(readTermDates(content)).toEqual({ years: [], faults: [{ field, message }] });
  });

  it('are refused whole, with everything that is wrong', () => {
    const { faults } = readTermDates(county({ term_start: 'x', last_day: 'y' }));
    expect(faults.map(({ field }) => field)).toEqual([
      'years.2024-25.term_start',
      'years.2024-25.last_day',
    ]);
  });
});

describe('bank holidays', () => {
  const events = [
    { title: 'Boxing Day', date: '2024-12-26', notes: '', bunting: true },
    { title: 'Christmas Day', date: '2024-12-25', substitute_day: false },
    { title: "New Year's Day", date: '2025-01-01' },
  ];
  const years = [
    {
      year: 2024,
      days: [
        { day: '2024-12-25', name: 'Christmas Day' },
        { day: '2024-12-26', name: 'Boxing Day' },
      ],
    },
    { year: 2025, days: [{ day: '2025-01-01', name: "New Year's Day" }] },
  ];

  it.each([
    [{ 'england-and-wales': { division: 'england-and-wales', events }, scotland: { events: [] } }],
    [{ division: 'england-and-wales', events }],
    [{ events }],
  ])('are read by year and in order, from a file of gov.uk or of one division', (file) => {
    expect(readBankHolidays(JSON.stringify(file))).toEqual({ years, faults: [] });
  });

  const none = 'The file has no bank holidays: it should have “england-and-wales” with “events”.';
  it.each([
    ['nothing', 'content', 'The file is not JSON.'],
    ['7', 'events', none],
    ['{"events":[]}', 'events', none],
    [
      '{"division":"scotland","events":[]}',
      'division',
      'These are the bank holidays of “scotland”; those of england-and-wales are needed.',
    ],
    [
      '{"events":[{"title":"Easter Monday","date":"next week"}]}',
      'events.0.date',
      '“Easter Monday”: the date is “next week”, which is no date; write it 2024-12-25.',
    ],
    [
      '{"events":[{"title":"Easter Monday","date":"2024-02-30"}]}',
      'events.0',
      '2024: the day of “Easter Monday” is “2024-02-30”, which is no date; write it 2024-09-02.',
    ],
    ['{"events":[{"date":"2024-04-01"}]}', 'events.0', '2024: a bank holiday has no name.'],
    [
      '{"events":[{"title":"A","date":"2024-04-01"},{"title":"B","date":"2024-04-01"}]}',
      'events.1',
      '2024: Mon 1 Apr 2024 stands there twice.',
    ],
  ])('%s: %s %s', (content, field, message) => {
    expect(readBankHolidays(content)).toEqual({ years: [], faults: [{ field, message }] });
  });
});
