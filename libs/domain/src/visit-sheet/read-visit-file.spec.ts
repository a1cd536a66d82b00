import type { FileChoices } from './file-reading';
import { readVisitFile } from './read-visit-file';
import { sheetOf, type Line } from './testing/sheets';

const TODAY = '2026-11-28';
const read = (lines: Line[], choices: FileChoices = {}, name = '') =>
  readVisitFile([sheetOf(lines, { name })], choices, TODAY);

/** Each row in short: its line and day, or what it is handed back for. */
const inShort = (lines: Line[], choices: FileChoices = {}, name = '') =>
  read(lines, choices, name).rows.map(({ line, visitedOn, faults }) =>
    faults.length > 0 ? `${line} ${faults[0]!.for}` : `${line} ${visitedOn}`,
  );

describe('a column that only sounds like a day', () => {
  it.each([
    'Who went',
    'Visited by',
    'What happened',
    'Happened?',
    'Delivered by',
    'Took place at',
  ])('called “%s” leaves the days to the column “Date”', (title) => {
    const lines: Line[] = [
      ['School', 'Date', title, 'Notes'],
      ['Larch Primary School', '12/10/2023', 'CL', 'choir started'],
      ['Birch Primary School', 'some time in May', 'AB', 'ukuleles'],
    ];
    expect(inShort(lines)).toEqual(['2 2023-10-12', '3 day']);
  });

  it('takes the first of several that holds days', () => {
    const lines: Line[] = [
      ['School', 'Actual', 'Actual date'],
      ['Larch Primary School', 'morning', '12/10/2023'],
    ];
    expect(inShort(lines)).toEqual(['2 2023-10-12']);
  });
});

describe('visits side by side', () => {
  const LINES: Line[] = [
    ['School', 'Autumn visit', 'Spring visit', 'Summer visit', 'Notes'],
    ['Larch Primary School', '12/10/2023', '18/01/2024', '09/05/2024', 'choir started'],
    ['Alder Primary School', null, '22/01/2024', '14/05/2024', null],
    ['Birch Primary School', '05/12/2023', null, null, null],
    ['Rowan Primary School', null, null, null, 'asked twice'],
  ];

  it('are as many visits as there are days', () => {
    const { rows, sheets } = read(LINES);
    expect(rows.map(({ line, visitedOn }) => [line, visitedOn])).toEqual([
      [2, '2023-10-12'],
      [2, '2024-01-18'],
      [2, '2024-05-09'],
      [3, '2024-01-22'],
      [3, '2024-05-14'],
      [4, '2023-12-05'],
    ]);
    expect(rows[0]?.visit).toMatchObject({ summary: 'choir started' });
    expect(sheets[0]?.passedOver).toEqual([{ what: 'no_visit', count: 1, lines: [5] }]);
  });

  it.each([
    [['School', '1st visit', '2nd visit']],
    [['School', 'Visit 1', 'Visit 2']],
    [['School', 'Date of first visit', 'Date of second visit']],
    [['School', 'Autumn 2023', 'Spring 2024']],
    [['School', '2022-23', '2023-24']],
    [['School', 'Visit date', 'Visit 2']],
  ])('under %j', (header) => {
    const lines: Line[] = [header, ['Larch Primary School', '12/10/2022', '18/01/2024']];
    expect(inShort(lines)).toEqual(['2 2022-10-12', '2 2024-01-18']);
  });

  it('under two rows of header, each with its own notes', () => {
    const { rows } = read([
      ['School visits'],
      ['School', 'Autumn term', null, 'Spring term', null],
      [null, 'Date', 'Notes', 'Date', 'Notes'],
      ['Larch Primary School', '12/10/2023', 'first', '18/01/2024', 'second'],
      ['Alder Primary School', null, null, '19/01/2024', 'third'],
    ]);
    expect(rows.map(({ visitedOn, visit }) => [visitedOn, visit.summary])).toEqual([
      ['2023-10-12', 'first'],
      ['2024-01-18', 'second'],
      ['2024-01-19', 'third'],
    ]);
  });

  it('take the year of a day without one from the title of their column', () => {
    const lines: Line[] = [
      ['School', '2022-23', '2023-24'],
      ['Larch Primary School', '12 October', '18 Jan'],
    ];
    expect(inShort(lines)).toEqual(['2 2022-10-12', '2 2024-01-18']);
  });
});

describe('planned and actual days', () => {
  it('count as the actual one, and a row without it did not take place', () => {
    const { rows, sheets } = read([
      ['School', 'Visit date (planned)', 'Visit date (actual)', 'Notes'],
      ['Larch Primary School', '12/01/2024', '19/01/2024', 'moved a week'],
      ['Alder Primary School', '13/01/2024', null, null],
      ['Birch Primary School', '14/01/2024', '14/01/2024', 'fine'],
    ]);
    expect(rows.map(({ visitedOn, faults }) => [visitedOn, faults[0]?.for])).toEqual([
      ['2024-01-19', undefined],
      [null, 'not_held'],
      ['2024-01-14', undefined],
    ]);
    expect(sheets[0]?.columns[1]).toMatchObject({ use: 'planned', days: 3 });
  });

  it.each([
    [['School', 'Date', 'Actual date'], '2024-01-19'],
    [['School', 'Booked for', 'Date of visit'], '2024-01-19'],
    [['School', 'Visit date', 'Next visit'], '2024-01-12'],
    [['School', 'Visit date', 'Date of birth'], '2024-01-12'],
    [['School', 'Date visited', 'Follow-up due'], '2024-01-12'],
  ])('under %j', (header, day) => {
    const lines: Line[] = [header, ['Larch Primary School', '12/01/2024', '19/01/2024']];
    expect(inShort(lines)).toEqual([`2 ${day}`]);
  });

  it('a day to which a visit was moved leaves the first one open, and is asked about', () => {
    const lines: Line[] = [
      ['School', 'Visit date', 'Rearranged to'],
      ['Larch Primary School', '12/01/2024', '19/01/2024'],
      ['Alder Primary School', '13/01/2024', null],
    ];
    expect(inShort(lines)).toEqual(['2 not_held', '2 question', '3 2024-01-13']);
    const answers = { 'days-0-2': 'visits' };
    expect(inShort(lines, { answers })).toEqual(['2 not_held', '2 2024-01-19', '3 2024-01-13']);
  });
});

describe('columns of yes and no', () => {
  const withColumn = (title: string, ...said: (string | null)[]): Line[] => [
    ['School', title, 'Visit date', 'Notes'],
    ...said.map((text, at): Line => ['Larch Primary School', text, `${at + 10}/01/2024`, 'ok']),
  ];

  it.each(['Visited?', 'Went ahead?', 'Held', 'Took place?', 'Did it happen? (Y/N)', 'Attended'])(
    '%j says which took place',
    (title) =>
      expect(inShort(withColumn(title, 'Y', 'N', 'Yes', null))).toEqual([
        ...['2 2024-01-10', '3 not_held', '4 2024-01-12', '5 not_held'],
      ]),
  );

  it.each(['Cancelled?', 'Postponed', 'No show?', 'Called off'])('%j says which did not', (title) =>
    expect(inShort(withColumn(title, 'Yes', 'No', 'Y - snow', null))).toEqual([
      ...['2 not_held', '3 2024-01-11', '4 not_held', '5 2024-01-13'],
    ]),
  );

  it('a reason for cancelling is as good as a yes', () => {
    const lines = withColumn('Reason cancelled', 'snow', null, 'n/a');
    expect(inShort(lines)).toEqual(['2 not_held', '3 2024-01-11', '4 2024-01-12']);
  });

  it.each(['Have your say done', 'SMDP?', 'Follow-up needed', 'Email sent?'])(
    '%j is about something else, and said to be',
    (title) => {
      const lines = withColumn(title, 'Yes', 'No');
      expect(inShort(lines)).toEqual(['2 2024-01-10', '3 2024-01-11']);
      const column = read(lines).sheets[0]?.columns[1];
      expect(column).toMatchObject({ title, use: 'not_read', filled: 2 });
      expect(column?.reason).toMatch(/something else/);
    },
  );

  it.each([
    ['a cross beside a tick', ['✓', 'x', '✗', null], ['2 2024-01-10', '3 not_held', '4 not_held']],
    ['a cross beside a yes', ['Yes', 'X', 'Yes', null], ['2 2024-01-10', '3 not_held']],
    ['what a form offers', ['Y', 'Y/N', 'yes or no', 'No'], ['2 2024-01-10', '3 not_held']],
    ['a question mark', ['Y', '?', 'TBC', '-'], ['2 2024-01-10', '3 not_held', '4 not_held']],
  ])('%s is not taken for a visit', (_, said, begin) => {
    expect(inShort(withColumn('Went ahead?', ...said)).slice(0, begin.length)).toEqual(begin);
  });

  it('crosses alone are ticks', () => {
    expect(inShort(withColumn('Visited', 'x', null, 'X'))).toEqual([
      ...['2 2024-01-10', '3 not_held', '4 2024-01-12'],
    ]);
  });

  it('are asked about though some cells leave it open', () => {
    const lines = withColumn('OK?', 'Y', '?', 'Y/N', 'N');
    expect(inShort(lines)).toEqual(['2 question', '3 question', '4 question', '5 question']);
    expect(inShort(lines, { answers: { 'held-0-1': 'yes_held' } })).toEqual([
      ...['2 2024-01-10', '3 not_held', '4 not_held', '5 not_held'],
    ]);
  });

  it('days on which visits were cancelled are not asked about', () => {
    const lines = withColumn('Date cancelled', '8 Jan 2024', null, '9 Jan 2024');
    expect(inShort(lines)).toEqual(['2 not_held', '3 2024-01-11', '4 not_held']);
    expect(read(lines).questions).toEqual([]);
  });

  it('that nobody has explained are asked about, and nothing is created until then', () => {
    const lines = withColumn('OK?', 'Y', 'N', null);
    const { questions, rows } = read(lines);
    expect(questions).toMatchObject([
      { key: 'held-0-1', answer: null, examples: ['Y', 'N'], column: 1, rows: 2 },
    ]);
    expect(rows.map(({ faults }) => faults[0])).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ for: 'question', question: 'held-0-1' })),
    );
    const answered = (value: string) => inShort(lines, { answers: { 'held-0-1': value } });
    expect(answered('yes_held')).toEqual(['2 2024-01-10', '3 not_held', '4 not_held']);
    expect(answered('no_held')).toEqual(['2 not_held', '3 2024-01-11', '4 2024-01-12']);
    expect(answered('unrelated')).toEqual(['2 2024-01-10', '3 2024-01-11', '4 2024-01-12']);
    expect(answered('nonsense')).toEqual(['2 question', '3 question', '4 question']);
  });
});

describe('a column of days', () => {
  const LINES: Line[] = [
    ['School', 'Date of visit'],
    ['Larch Primary School', '1/25/2024'],
    ['Alder Primary School', '3/4/2024'],
    ['Birch Primary School', '12 May 2024'],
    ['Rowan Primary School', '2024-05-09'],
  ];

  it('with the month first, as some rows prove, is asked about as a whole', () => {
    expect(read(LINES).questions).toMatchObject([{ key: 'order-0', rows: 2, answer: null }]);
    expect(inShort(LINES)).toEqual(['2 question', '3 question', '4 2024-05-12', '5 2024-05-09']);
    const answered = (value: string) => inShort(LINES, { answers: { 'order-0': value } });
    expect(answered('month_first').slice(0, 2)).toEqual(['2 2024-01-25', '3 2024-03-04']);
    expect(answered('day_first').slice(0, 2)).toEqual(['2 day', '3 2024-04-03']);
  });

  it('that Excel has turned into days of its own is not believed either', () => {
    const lines: Line[] = [
      ['School', 'Date of visit'],
      ['Larch Primary School', '1/25/2024'],
      ['Alder Primary School', { day: '2024-04-03' }],
      ['Birch Primary School', { day: '2024-04-04' }],
      ['Rowan Primary School', { day: '2024-04-23' }],
    ];
    expect(inShort(lines)).toEqual(['2 question', '3 question', '4 2024-04-04', '5 2024-04-23']);
    const answers = { 'order-0': 'month_first' };
    expect(inShort(lines, { answers })).toEqual([
      ...['2 2024-01-25', '3 day', '4 2024-04-04', '5 2024-04-23'],
    ]);
  });

  it('that nobody has explained is asked about', () => {
    const lines: Line[] = [
      ['School', 'Date of visit', 'Return'],
      ['Larch Primary School', '12/01/2024', '19/01/2024'],
    ];
    expect(inShort(lines)).toEqual(['2 2024-01-12', '2 question']);
    const answered = (value: string) => inShort(lines, { answers: { 'days-0-2': value } });
    expect(answered('visits')).toEqual(['2 2024-01-12', '2 2024-01-19']);
    expect(answered('other')).toEqual(['2 2024-01-12']);
  });

  it('shown as months only is handed back', () => {
    const lines: Line[] = [
      ['School', 'Date of visit'],
      ['Larch Primary School', { day: '2024-01-01', shown: 'month' }],
    ];
    expect(read(lines).rows[0]?.faults[0]?.message).toMatch(/names a month/);
  });
});

describe('rows', () => {
  it('that are struck through or hidden are handed back for that', () => {
    const { rows } = read([
      ['School', 'Date of visit', 'Notes'],
      ['Larch Primary School', { text: '12/01/2024', struck: true }, 'x'],
      [{ text: 'Alder Primary School', struck: true }, '12/01/2024', 'x'],
      ['Birch Primary School', '12/01/2024', { text: 'x', struck: true }],
      { hidden: ['Rowan Primary School', '12/01/2024', 'x'] },
    ]);
    expect(rows.map(({ faults }) => faults[0]?.message ?? null)).toEqual([
      'The row is struck through in the file.',
      'The row is struck through in the file.',
      null,
      'The row is hidden in the file.',
    ]);
  });

  it('that are headings, totals or the header again are named', () => {
    const { rows, sheets } = read([
      ['Visits of the hub'],
      ['School', 'Date of visit', 'Notes'],
      ['East'],
      ['Larch Primary School', '12/01/2024', 'x'],
      ['School', 'Date of visit', 'Notes'],
      ['Alder Primary School', '13/01/2024', 'x'],
      ['Total visits', 2],
      ['Total', '2', null],
    ]);
    expect(rows).toHaveLength(2);
    expect(sheets[0]?.passedOver).toEqual([
      { what: 'above_header', count: 1, lines: [1] },
      { what: 'heading', count: 1, lines: [3] },
      { what: 'repeated_header', count: 1, lines: [5] },
      { what: 'total', count: 2, lines: [7, 8] },
    ]);
  });

  it('without a header are read by what is in them', () => {
    const lines: Line[] = [
      ['Larch Primary School', '12/01/2024', 'choir'],
      ['Alder Primary School', '13/01/2024', 'band'],
    ];
    expect(inShort(lines)).toEqual(['1 2024-01-12', '2 2024-01-13']);
  });

  it('say whose they are by a number as people write it', () => {
    const urns = [
      'URN 900020',
      '900,020',
      "'900020",
      '="900020"',
      '900020.0',
      '#900020',
      'URN: 900020',
    ];
    const { rows } = read([
      ['URN', 'School', 'Date'],
      ...[...urns, '900 020', '９０００２０', '0900020'].map((urn): Line => [
        urn,
        'Larch',
        '12/01/2024',
      ]),
    ]);
    expect(new Set(rows.map(({ visit, faults }) => visit.urn ?? faults))).toEqual(
      new Set([900020]),
    );
    const none = read([
      ['URN', 'School', 'Date'],
      ...['N/A', '-', 'tbc', 'none', '?'].map((urn): Line => [urn, 'Larch', '12/01/2024']),
    ]);
    expect(none.rows.map(({ visit, faults }) => [visit.urn, faults])).toEqual(
      none.rows.map(() => [undefined, []]),
    );
    const wrong = read([
      ['URN', 'School', 'Date'],
      ...['919/2004', '9.0002E+05', '900020/1'].map((urn): Line => [urn, 'Larch', '12/01/2024']),
    ]);
    expect(wrong.rows.map(({ faults }) => faults[0]?.for)).toEqual(['school', 'school', 'school']);
  });

  it('keep their notes whole or are handed back', () => {
    const notes = (length: number) =>
      read([
        ['School', 'Date', 'Notes'],
        ['Larch', '12/01/2024', 'a'.repeat(length)],
      ]).rows[0];
    expect(notes(24_998)?.visit.summary).toHaveLength(24_998);
    expect(notes(40_001)?.faults).toMatchObject([{ for: 'content', column: 'Notes' }]);
  });

  it('of a file handed back once are read without what the tracker added', () => {
    const { rows } = read([
      ['Line', 'Column', 'Reason', 'School', 'Date of visit', 'Visited by', 'Notes'],
      [
        2,
        'Notes',
        'The note says that it did not take place: “Cancelled”.',
        'Larch Primary School',
        '15/01/2024',
        "'@jamble",
        "'- sang\n- wants a choir",
      ],
    ]);
    expect(rows).toMatchObject([
      { faults: [], visit: { visitorName: '@jamble', summary: '- sang\n- wants a choir' } },
    ]);
  });

  it('of one school shown as one cell are all of that school', () => {
    const sheet = sheetOf([
      ['School', 'Date of visit'],
      ['Larch Primary School', '12/01/2024'],
      [null, '13/02/2024'],
      [null, '14/03/2024'],
    ]);
    const merged = [{ fromLine: 2, toLine: 3, fromColumn: 0, toColumn: 0 }];
    const { rows } = readVisitFile([{ ...sheet, merged }], {}, TODAY);
    expect(rows.map(({ visit, faults }) => visit.schoolName ?? faults[0]?.for)).toEqual([
      ...['Larch Primary School', 'Larch Primary School', 'school'],
    ]);
  });
});

describe('sheets', () => {
  const log = (name: string, ...days: string[]) =>
    sheetOf([['School', 'Date of visit'], ...days.map((day): Line => ['Larch School', day])], {
      name,
    });

  it('that look like logs are all suggested; hidden ones are named, not read', () => {
    const { sheets, rows } = readVisitFile(
      [
        sheetOf(
          [
            ['District', 'Schools', 'Visits'],
            ['East', 20, 7],
          ],
          { name: 'Summary' },
        ),
        sheetOf(
          [
            ['School', 'Last visit'],
            ['Larch School', '2/3/2021'],
          ],
          { name: 'Schools' },
        ),
        log('East', '12/1/2024', '13/1/2024'),
        log('West', '14/1/2024'),
        { ...log('old', '1/1/2019'), visibility: 'hidden' },
      ],
      {},
      TODAY,
    );
    expect(
      sheets.map(({ name, read: was, suggested, rows: count, days }) => ({
        name,
        was,
        suggested,
        count,
        days,
      })),
    ).toEqual([
      { name: 'Summary', was: false, suggested: false, count: 2, days: 0 },
      { name: 'Schools', was: false, suggested: false, count: 2, days: 1 },
      { name: 'East', was: true, suggested: true, count: 3, days: 2 },
      { name: 'West', was: true, suggested: true, count: 2, days: 1 },
      { name: 'old', was: false, suggested: false, count: 2, days: 1 },
    ]);
    expect(sheets[1]?.reason).toMatch(/last visits/);
    expect(sheets[4]?.reason).toBe('The sheet is hidden in the file.');
    expect(rows).toHaveLength(3);
  });

  it('are read or left as a person chooses', () => {
    const sheets = [
      log('East', '12/1/2024'),
      { ...log('old', '1/1/2019'), visibility: 'hidden' as const },
    ];
    const choices = {
      sheets: [
        { index: 0, read: false },
        { index: 1, read: true },
      ],
    };
    const reading = readVisitFile(sheets, choices, TODAY);
    expect(reading.rows.map(({ sheetIndex }) => sheetIndex)).toEqual([1]);
    expect(reading.sheets[0]).toMatchObject({ read: false, reason: 'It was left out by choice.' });
  });

  it('with only last visits are read when there is nothing else', () => {
    const lines: Line[] = [
      ['School', 'Last visit'],
      ['Larch School', '2/3/2021'],
    ];
    expect(inShort(lines)).toEqual(['2 2021-03-02']);
  });

  it.each(['2023-24', 'Visits 23/24', '2023/2024', 'Autumn 2023-2024'])(
    '%j give their year to days that name none',
    (name) => {
      const lines: Line[] = [
        ['School', 'Date of visit'],
        ['Larch School', '15 January'],
      ];
      expect(inShort(lines, {}, name)).toEqual(['2 2024-01-15']);
      const none = { sheets: [{ index: 0, academicYear: null }] };
      expect(inShort(lines, none, name)).toEqual(['2 day']);
    },
  );

  it('that nobody can read are a problem in words', () => {
    expect(
      read([
        ['Name of school', 'Notes'],
        ['Larch', 'x'],
      ]).problem,
    ).toMatch(/No column/);
    expect(read([]).problem).toBe('The file has nothing but blank lines.');
    const choices = { sheets: [{ index: 0, mapping: { schoolName: 0, visitedOn: 9 } }] };
    expect(
      read(
        [
          ['School', 'Date'],
          ['Larch', '12/1/2024'],
        ],
        choices,
      ).problem,
    ).toBe('The sheet has no column “9”.');
  });
});
