import type { FileChoices } from './file-reading';
import { readVisitFile } from './read-visit-file';
import { sheetOf, type Line } from './testing/sheets';

const TODAY = '2026-11-28';
const [LARCH, ALDER, BIRCH] = [
  'Larch Primary School',
  'Alder Primary School',
  'Birch Infant School',
];

/** Each row in short: its line and day, or what it is handed back for. */
function inShort(lines: Line[], choices: FileChoices = {}, name = ''): string[] {
  const { rows, problem } = readVisitFile([sheetOf(lines, { name })], choices, TODAY);
  if (problem !== null) return [problem];
  return rows.map(({ line, visitedOn, faults: [fault] }) => `${line} ${fault?.for ?? visitedOn}`);
}

/** Lines and what comes of them. */
type Kept = [what: string, lines: Line[], comesTo: string[]];

describe('a sheet of visits as people keep it', () => {
  it.each<Kept>([
    [
      'planned and actual days of each term under two rows of header',
      [
        ['Visits 2023/24'],
        ['School', 'Autumn', null, 'Spring', null],
        [null, 'Planned', 'Actual', 'Planned', 'Actual'],
        [LARCH, '12/10/2023', '13/10/2023', '18/01/2024', null],
        [ALDER, '12/10/2023', null, null, '20/01/2024'],
      ],
      ['4 2023-10-13', '5 2024-01-20'],
    ],
    [
      'a column for each calendar year',
      [
        ['School', '2021', '2022'],
        [LARCH, '12/10/2021', '5 March'],
        [ALDER, 'Y', '12/3/22'],
      ],
      ['2 2021-10-12', '2 day', '3 day', '3 2022-03-12'],
    ],
    [
      'a column for each month with whole days',
      [
        ['School', 'September', 'Oct 2023'],
        [LARCH, '12/9/23', null],
        [ALDER, null, '4/10/23'],
      ],
      ['2 2023-09-12', '3 2023-10-04'],
    ],
    [
      'visits side by side, the last of them not dated yet',
      [
        ['School', '1st visit', '2nd visit', '3rd visit'],
        [LARCH, '12/10/2023', '18/01/2024', 'Feb 2024'],
        [ALDER, null, '22/01/2024', 'TBC'],
      ],
      ['2 2023-10-12', '2 2024-01-18', '2 question', '3 2024-01-22', '3 day'],
    ],
    [
      'ticked boxes as ones and noughts',
      [
        ['School', 'Date', 'Attended'],
        [LARCH, '18/01/2022', '1'],
        [ALDER, '19/01/2022', '0'],
      ],
      ['2 2022-01-18', '3 not_held'],
    ],
    [
      'ones and noughts that nobody has explained',
      [
        ['School', 'Date', 'In log'],
        [LARCH, '18/01/2022', 1],
        [ALDER, '19/01/2022', 0],
      ],
      ['2 question', '3 question'],
    ],
    [
      'yes, no and a reason under a title that says what they mean',
      [
        ['School', 'Date', 'Visit held'],
        [LARCH, '18/01/2022', 'Yes - brief'],
        [ALDER, '19/01/2022', 'No - snow'],
        [BIRCH, '20/01/2022', 'Partly'],
        [BIRCH, '21/01/2022', 'Done'],
      ],
      ['2 2022-01-18', '3 not_held', '4 not_held', '5 2022-01-21'],
    ],
    [
      'a column for each month with figures, which is refused by its layout',
      [
        ['School', 'Sep', 'Oct', 'Nov'],
        [LARCH, '12', null, '3'],
        [ALDER, null, 'x', null],
      ],
      [expect.stringContaining('a column for each month') as unknown as string],
    ],
    [
      'days across the top, which is refused by its layout',
      [
        ['School', '12/10/2023', '18/01/2024'],
        [LARCH, 'x', null],
        [ALDER, null, 'x'],
      ],
      [expect.stringContaining('The days stand side by side') as unknown as string],
    ],
    [
      'schools across the top, which is refused by its layout',
      [
        ['Visit', LARCH, ALDER],
        ['Date', '12/1/24', '13/1/24'],
        ['By', 'CL', 'AB'],
      ],
      [expect.stringContaining('side by side') as unknown as string],
    ],
    [
      'the day of the week in a column of its own',
      [
        ['Day', 'Date', 'Time', 'School'],
        ['Mon', '15/1/24', '9:30', LARCH],
      ],
      ['2 2024-01-15'],
    ],
    [
      'a title with a year above the names of the columns',
      [
        ['School visits log', '2023-24'],
        ['School', 'Date', 'Who'],
        [LARCH, '12/1/24', 'CL'],
      ],
      ['3 2024-01-12'],
    ],
    [
      'columns without names beside the school',
      [
        ['School', '', ''],
        [LARCH, '12/1/24', 'good'],
      ],
      ['2 question'],
    ],
    [
      'a file of another program',
      [
        ['Activity', 'Account Name', 'Subject', 'Start Date', 'End Date', 'Activity Status'],
        ['1', LARCH, 'School visit', { day: '2024-01-12' }, { day: '2024-01-12' }, 'Completed'],
        ['2', ALDER, 'School visit', { day: '2024-01-13' }, { day: '2024-01-13' }, 'Canceled'],
        ['3', BIRCH, 'School visit', { day: '2024-01-14' }, { day: '2024-01-14' }, 'Open'],
      ],
      ['2 2024-01-12', '3 not_held', '4 not_held'],
    ],
    [
      'several days in a cell',
      [
        ['School', 'Visits'],
        [LARCH, '12/1/24, 13/1/24'],
        [ALDER, '14/1/24'],
      ],
      ['2 day', '3 2024-01-14'],
    ],
    [
      'days and times in one column, and what is no day there',
      [
        ['School', 'Date & time'],
        [LARCH, '12/01/2024 09:30'],
        [ALDER, 'Fri 12 Jan 2024 9.30-11'],
        [BIRCH, '12/1/24 TBC'],
      ],
      ['2 2024-01-12', '3 2024-01-12', '4 day'],
    ],
    [
      'a status and a held column for each visit',
      [
        ['School', 'Visit 1', 'Held?', 'Visit 2', 'Held?'],
        [LARCH, '12/1/24', 'Y', '13/2/24', 'N'],
        [ALDER, '12/1/24', 'N', '13/2/24', 'Y'],
      ],
      ['2 2024-01-12', '2 not_held', '3 not_held', '3 2024-02-13'],
    ],
    [
      'notes of each visit that say it was cancelled',
      [
        ['School', 'Visit 1 date', 'Visit 1 notes', 'Visit 2 date', 'Visit 2 notes'],
        [LARCH, '12/1/24', 'Cancelled, snow', '13/2/24', 'choir'],
      ],
      ['2 not_held', '2 2024-02-13'],
    ],
    [
      'initials where a visit is done, and nothing where it is not',
      [
        ['School', 'Date', 'Completed (initials)'],
        [LARCH, '12/1/24', 'CL'],
        [ALDER, '13/1/24', null],
      ],
      ['2 question', '3 question'],
    ],
    [
      'a heading over visits that were cancelled',
      [
        ['School', 'Date', 'Notes'],
        [LARCH, '12/1/24', 'x'],
        ['Cancelled visits'],
        ['East'],
        [ALDER, '13/1/24', 'snow'],
        ['Held'],
        [BIRCH, '14/1/24', 'band'],
      ],
      ['2 2024-01-12', '5 not_held', '7 2024-01-14'],
    ],
    [
      'a second list below with other columns',
      [
        ['School', 'Date', 'Notes'],
        [LARCH, '12/1/24', 'x'],
        [],
        ['School', 'Date', 'Reason'],
        [ALDER, '13/1/24', 'weather'],
      ],
      ['2 2024-01-12', '5 not_held'],
    ],
    [
      'a school with "cancelled" behind its name',
      [
        ['School', 'Date'],
        [`${LARCH} - CANCELLED`, '12/1/24'],
      ],
      ['2 not_held'],
    ],
    [
      'a last visit of schools that had none',
      [
        ['School', 'Last visited'],
        [LARCH, '4/5/2021'],
        [ALDER, 'never'],
        [BIRCH, null],
      ],
      ['2 2021-05-04'],
    ],
    [
      'an order by which to visit, which is no visitor',
      [
        ['School', 'Visit by', 'Visited'],
        [LARCH, '31/3/24', '12/1/24'],
      ],
      ['2 question', '2 2024-01-12'],
    ],
  ])('with %s', (_, lines, comesTo) => expect(inShort(lines)).toEqual(comesTo));

  it('of two lists side by side gives each day the school of its own list', () => {
    const { rows, sheets } = readVisitFile(
      [
        sheetOf([
          ['School', 'Date', 'By', null, 'School', 'Date', 'By'],
          [LARCH, '12/1/24', 'CL', null, ALDER, '13/1/24', 'AB'],
          [null, null, null, null, BIRCH, '14/1/24', 'CL'],
        ]),
      ],
      {},
      TODAY,
    );
    expect(rows.map(({ visitedOn, visit }) => [visitedOn, visit])).toEqual([
      ['2024-01-12', { schoolName: LARCH, visitorName: 'CL' }],
      ['2024-01-13', { schoolName: ALDER, visitorName: 'AB' }],
      ['2024-01-14', { schoolName: BIRCH, visitorName: 'CL' }],
    ]);
    expect(sheets[0]?.columns.map(({ use }) => use)).not.toContain('not_read');
  });

  it('is not suggested where its name says that its visits did not take place', () => {
    const lines: Line[] = [
      ['School', 'Date'],
      [LARCH, '12/1/24'],
    ];
    const names = ['Cancelled', 'To visit 2024', 'Planned', 'Visits made and planned', 'East'];
    const { sheets } = readVisitFile(
      names.map((name) => sheetOf(lines, { name })),
      {},
      TODAY,
    );
    expect(sheets.map(({ read }) => read)).toEqual([false, false, false, true, true]);
    expect(sheets[0]).toMatchObject({ rows: 2, days: 1, reason: expect.stringMatching(/name/) });
  });

  it('hands back the days of a column that is hidden, and prefers one that is seen', () => {
    const hidden = { hiddenColumns: [{ from: 1, to: 1 }] };
    const only = sheetOf(
      [
        ['School', 'Date'],
        [LARCH, '12/1/24'],
      ],
      hidden,
    );
    expect(readVisitFile([only], {}, TODAY).rows[0]?.faults[0]?.message).toBe(
      'The column is hidden in the file.',
    );
    const two = sheetOf(
      [
        ['School', 'Date of visit', 'Visit date'],
        [LARCH, '12/1/24', '19/1/24'],
      ],
      hidden,
    );
    const { rows } = readVisitFile([two], {}, TODAY);
    expect(rows.map(({ visitedOn, faults }) => [visitedOn, faults[0]?.for])).toEqual([
      ['2024-01-12', 'struck_or_hidden'],
      ['2024-01-19', undefined],
    ]);
  });

  it('names the number in the cell of the school', () => {
    const cells = ['Larch Primary (900020)', '900020 Larch Primary', 'URN 900020', '900020'];
    const { rows } = readVisitFile(
      [sheetOf([['School', 'Date'], ...cells.map((cell): Line => [cell, '12/1/24'])])],
      {},
      TODAY,
    );
    expect(rows.map(({ visit }) => [visit.urn, visit.schoolName])).toEqual([
      [900020, 'Larch Primary'],
      [900020, 'Larch Primary'],
      [900020, undefined],
      [900020, undefined],
    ]);
  });
});

describe('days of which only the month is known', () => {
  const LINES: Line[] = [
    ['School', 'Date of visit', 'Notes'],
    [LARCH, 'Jan 2023', 'choir'],
    [ALDER, "Sept '22", null],
    [BIRCH, '09/2022', null],
    [LARCH, { day: '2022-10-01', shown: 'month' }, null],
    [ALDER, '12/1/23', null],
    [BIRCH, 'Jan 23', null],
    [LARCH, 'Autumn 2022', null],
    [ALDER, 'Dec 2026', null],
  ];
  const answered = (value: string) => inShort(LINES, { answers: { 'months-0': value } });

  it('wait for an answer, beside those that name no month for certain', () => {
    const { questions } = readVisitFile([sheetOf(LINES)], {}, TODAY);
    expect(questions).toMatchObject([{ key: 'months-0', rows: 4, answer: null }]);
    expect(inShort(LINES)).toEqual([
      ...['2 question', '3 question', '4 question', '5 question', '6 2023-01-12'],
      ...['7 day', '8 day', '9 day'],
    ]);
  });

  it('are the 1st with a mark in the notes once somebody has said so', () => {
    expect(answered('first')).toEqual([
      ...['2 2023-01-01', '3 2022-09-01', '4 2022-09-01', '5 2022-10-01', '6 2023-01-12'],
      ...['7 day', '8 day', '9 day'],
    ]);
    const answers = { 'months-0': 'first' };
    const { rows } = readVisitFile([sheetOf(LINES)], { answers }, TODAY);
    expect(rows.map(({ visit }) => visit.summary)).toEqual([
      'Only the month is known: Jan 2023.\n\nchoir',
      "Only the month is known: Sept '22.",
      'Only the month is known: 09/2022.',
      'Only the month is known: October 2022.',
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('are handed back if that is the answer', () =>
    expect(answered('hand_back').slice(0, 5)).toEqual([
      ...['2 day', '3 day', '4 day', '5 day', '6 2023-01-12'],
    ]));

  it('take their year from the sheet where they name none', () => {
    const lines: Line[] = [
      ['School', 'Date'],
      [LARCH, 'March'],
    ];
    const answers = { 'months-0': 'first' };
    expect(inShort(lines, { answers }, '2022-23')).toEqual(['2 2023-03-01']);
    expect(inShort(lines, { answers })).toEqual(['2 day']);
  });
});
