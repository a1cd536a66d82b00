import { termsOf } from './hub-calendar';
import { readTermRows } from './read-term-rows';

const rowsOf = (text: string) =>
  text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(',') }));
const HEAD = 'name,start,end,in-service days';
const read = (...lines: string[]) => readTermRows(rowsOf([HEAD, ...lines].join('\n')));

const YEAR = [
  'Autumn 1,02/09/2024,25/10/2024,2 Sep 2024',
  'Autumn 2,4/11/2024,20/12/2024,04/11/2024; 29/11/2024',
  'Spring 1,Mon 6 Jan 2025,14/2/25,',
  'Spring 2,24/02/2025,04/04/2025,',
  'Summer 1,2025-04-22,2025-05-23,',
  'Summer 2,02/06/2025,22/07/2025,21/07/2025 and 22/07/2025',
];

it('makes of terms a school year, its holidays between them and its in-service days closed', () => {
  const { years, faults } = read(...YEAR);
  expect(faults).toEqual([]);
  expect(years).toEqual([
    {
      ...{ year: '2024-25', firstDay: '2024-09-03', lastDay: '2025-07-18' },
      holidays: [
        { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' },
        { name: 'In-service day', from: '2024-11-04', to: '2024-11-04' },
        { name: 'In-service day', from: '2024-11-29', to: '2024-11-29' },
        { name: 'Christmas holiday', from: '2024-12-23', to: '2025-01-03' },
        { name: 'Spring half term', from: '2025-02-17', to: '2025-02-21' },
        { name: 'Easter holiday', from: '2025-04-07', to: '2025-04-21' },
        { name: 'Summer half term', from: '2025-05-26', to: '2025-05-30' },
      ],
    },
  ]);
  expect(termsOf(years[0] as never).map(({ name }) => name)).toEqual([
    ...['Autumn term', 'Spring term', 'Summer term'],
  ]);
});

it('reads three whole terms, rows in any order, several years and other words for the headings', () => {
  const { years, faults } = readTermRows(
    rowsOf(
      [
        '',
        'To,Term,From',
        '22/07/2026,Summer term,13/04/2026',
        '19/12/2025,Autumn term,01/09/2025',
        ',,',
        '27/03/2026,Spring term,05/01/2026',
        '18/12/2026,Autumn term,01/09/2026',
      ].join('\n'),
    ),
  );
  expect(faults).toEqual([]);
  expect(years.map(({ year, firstDay, lastDay }) => [year, firstDay, lastDay])).toEqual([
    ['2025-26', '2025-09-01', '2026-07-22'],
    ['2026-27', '2026-09-01', '2026-12-18'],
  ]);
  expect(years[0]?.holidays.map(({ name }) => name)).toEqual([
    ...['Christmas holiday', 'Easter holiday'],
  ]);
});

it.each<[string[], string]>([
  [[], 'There is no term below the headings.'],
  [['Autumn,2/9/2024'], 'Line 2: the end is missing; write it 2/9/2024 or 2 Sep 2024.'],
  [
    ['Autumn,31/9/2024,20/12/2024'],
    'Line 2: the start is “31/9/2024”, which is no date; write it 2/9/2024 or 2 Sep 2024.',
  ],
  [
    ['Autumn,9/25/2024,20/12/2024'],
    'Line 2: the start is “9/25/2024”, which is no date; write it 2/9/2024 or 2 Sep 2024.',
  ],
  [[',2/9/2024,20/12/2024'], 'Line 2: the term has no name.'],
  [['Autumn,20/12/2024,2/9/2024'], 'Line 2: Autumn ends before it starts.'],
  [
    ['The year,2/9/2024,22/7/2025'],
    'Line 2: The year has 324 days, more than a term has. Give each term a row of its own.',
  ],
  [['Odd,20/7/2025,20/9/2025'], 'Line 2: Odd starts in 2024-25 and ends in 2025-26.'],
  [
    ['Autumn,2/9/2024,20/12/2024', 'Christmas holiday,23/12/2024,3/1/2025'],
    'Line 3: “Christmas holiday” is a holiday. Give the terms only; what lies between them is holiday.',
  ],
  [
    ['October half term,28/10/2024,1/11/2024'],
    'Line 2: “October half term” is a holiday. Give the terms only; what lies between them is holiday.',
  ],
  [
    ['Autumn,2/9/2024,20/12/2024', 'Spring,20/12/2024,4/4/2025'],
    'Line 3: Spring and Autumn (line 2) overlap.',
  ],
  [
    ['Autumn,2/9/2024,20/12/2024,30/2/2025'],
    'Line 2: an in-service day is “30/2/2025”, which is no date; write it 2/9/2024 or 2 Sep 2024.',
  ],
  [
    ['Autumn,2/9/2024,20/12/2024,1/9/2025'],
    'Line 2: the in-service day Mon 1 Sep 2025 is in 2025-26, not in 2024-25.',
  ],
  [
    ['Autumn,2/9/2024,20/12/2024,7/9/2024'],
    'Line 2: the in-service day Sat 7 Sep 2024 is at the weekend.',
  ],
])('refuses %j with the line and what is wrong', (lines, message) => {
  const { years, faults } = read(...lines);
  expect(years).toEqual([]);
  expect(faults.map((fault) => fault.message)).toContain(message);
});

it.each([
  ['', 'The file is empty.'],
  ['Autumn term,2/9/2024,20/12/2024', 'Line 1: there is no heading name. A CSV file with'],
  ['name,start', 'Line 1: there is no heading end. A CSV file with'],
  ['name,start,from,end', 'Line 1: two columns are called start.'],
])('refuses headings like %j', (head, message) => {
  const { faults } = readTermRows(rowsOf(head));
  expect(faults).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
});

it('says everything that is wrong, line by line, and takes nothing', () => {
  const { years, faults } = read('A,x,20/12/2024', 'B,6/1/2025,y', ...YEAR.slice(4));
  expect(years).toEqual([]);
  expect(faults.map(({ field }) => field)).toEqual(['lines.2', 'lines.3']);
});
