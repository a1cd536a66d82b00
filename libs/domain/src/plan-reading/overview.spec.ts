import { readText } from './testing/read-text';

const OVERVIEW = [
  ['Academic year that this summary covers', '2026-27'],
  ['Date this summary was published', '1 September 2026'],
  ['Date this summary will be reviewed', 'July 2027'],
  ['Name of the school music lead', 'Mr Tom Ashby and Mrs R Patel'],
  ['Name of school leadership team member with responsibility for music (if different)', '[name]'],
  ['Name of local music hub', 'Northmere Music Hub'],
  ['Name of other music education organisation(s) (if partnership in place)', 'Rock Steady'],
];
const READ = {
  academicYears: ['2026-27'],
  publishedOn: '2026-09-01',
  reviewOn: '2027-07',
  musicLead: ['Mr Tom Ashby', 'Mrs R Patel'],
  leadershipLead: ['[name]'],
  hubName: 'Northmere Music Hub',
  otherOrganisations: ['Rocksteady Music School'],
};
const AFTER = '\nThis is a summary of how our school delivers music education to all our pupils.\n';

type Name = keyof typeof READ;
const values = (text: string) => {
  const { fields } = readText(text);
  return Object.fromEntries(Object.keys(READ).map((name) => [name, fields[name as Name].value]));
};
const laidOut = (row: (label: string, value: string) => string, before = '') =>
  `Music development plan summary\nOverview\n${before}${OVERVIEW.map(([label, value]) => row(label!, value!)).join('\n')}${AFTER}`;

describe('a value stands', () => {
  it.each([
    [
      'behind a bar',
      laidOut((label, value) => `${label} | ${value} |`, 'Detail | Information |\n'),
    ],
    [
      'in the next cell',
      laidOut((label, value) => `${label} |\n${value} |`, 'Detail |\nInformation |\n'),
    ],
    ['behind the label', laidOut((label, value) => `${label} ${value}`)],
    ['behind a colon', laidOut((label, value) => `${label}: ${value}`)],
    ['on the next line', laidOut((label, value) => `${label}\n${value}`)],
    ['on a line apart', laidOut((label, value) => `\n${label}\n\n${value}`)],
    ['behind "The"', laidOut((label, value) => `The ${label.toLowerCase()}: ${value}`)],
    [
      'behind a plural',
      laidOut(
        (label, value) => `${label.replace(/lead$/, 'leads').replace(/^Name/, 'Names')} | ${value}`,
      ),
    ],
    [
      'without "that" and brackets',
      laidOut((label, value) => `${label.replace('that ', '').replace(/ \(if.*/, '')} | ${value}`),
    ],
  ])('%s', (_, text) => expect(values(text)).toEqual(READ));

  it('under its label, in a table that lies', () => {
    const rows = [0, 1].map((i) => OVERVIEW.map((pair) => pair[i]).join(' | '));
    expect(values(rows.join('\n'))).toEqual(READ);
  });

  it('behind short labels of a school’s own', () => {
    const { fields } = readText(
      'School: Hazel Lane\nMusic lead: Ms Imrie (Year 4)\nSLT link: Joan Pike\nMusic hub: Northmere\nDate written: Oct 2026\nReview date: September 2027\n\nVision\nWe sing.',
    );
    const { schoolName, musicLead, leadershipLead, hubName, publishedOn, reviewOn } = fields;
    expect(
      [schoolName, musicLead, leadershipLead, hubName, publishedOn, reviewOn].map(
        ({ value }) => value,
      ),
    ).toEqual(['Hazel Lane', ['Ms Imrie'], ['Joan Pike'], 'Northmere', '2026-10', '2027-09']);
  });
});

describe('a field without a value', () => {
  const why = (value: string, name: Name) => {
    const text = laidOut(
      (label, own) =>
        `${label} | ${OVERVIEW.findIndex(([one]) => one === label) === 4 ? value : own}`,
    );
    return readText(text).fields[name].why;
  };
  it.each([
    ['', 'blank'],
    ['N/A', 'none'],
    ['n/a.', 'none'],
    ['None', 'none'],
    ['As above', 'none'],
    ['TBC', 'blank'],
    ['[name]', null],
  ])('%j is %s', (value, reason) => expect(why(value, 'leadershipLead')).toBe(reason));

  it('is not stated where there is no label', () => {
    const { fields } = readText('Music at Hazel Lane\n\nThe music lead writes a report.');
    expect([fields.musicLead, fields.hubName, fields.publishedOn].map((each) => each.why)).toEqual([
      ...['not_stated', 'not_stated', 'not_stated'],
    ]);
  });

  it('may hold what is no day, which is asked about', () => {
    const { fields } = readText('Date this summary was published | October 2024-25');
    expect(fields.publishedOn).toMatchObject({ value: null, warnings: ['date_not_read'] });
    expect(fields.publishedOn.passages[0]?.text).toBe('October 2024-25');
  });
});

describe('how sure it is', () => {
  it('is by a cell, a sentence, and anything else', () => {
    expect(readText('Name of local music hub | Northmere').fields.hubName.mark).toBe('sure');
    expect(readText('We work with Northmere Music Hub.').fields.hubName.mark).toBe('likely');
  });
  it('keeps the words it was read from', () => {
    const { passages } = readText('Plan\n\nWe borrow drums from Northmere Music Hub.').fields
      .hubName;
    expect(passages).toEqual([{ text: 'We borrow drums from Northmere Music Hub.', block: 1 }]);
  });
});

describe('the year', () => {
  const years = (text: string) => readText(text).fields.academicYears.value;
  it.each([
    ['Music Development Plan 2026-27\n\nWe sing.', ['2026-27']],
    ['Hazel Lane School: Music Development Plan Summary 2026/2027', ['2026-27']],
    ['Music development plan\n2026-2027\nWe sing.', ['2026-27']],
    ['Our plan covers the academic year 2026-27.', ['2026-27']],
    ['Music Development Plan 2024-27', ['2024-25', '2025-26', '2026-27']],
    ['Music Development Plan 2042-43', null],
    ['Music Development Plan\n\nIn 2024-25 we won a prize.', null],
    ['Music Development Plan, September 2026', null],
    ['Music Development Plan of last year', null],
  ])('of %j is %j', (text, expected) => expect(years(text)).toEqual(expected));

  it.each([
    ['July 2024', '2024-25'],
    ['May 2025', '2024-25'],
    ['1 September 2025', '2025-26'],
  ])('published %s is suggested, and a person decides', (day, year) => {
    const reading = readText(`Date this summary was published | ${day}`);
    expect(reading.suggestedYears).toEqual([year]);
    expect(reading.fields.academicYears.value).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['Music development plan summary: Hazel Lane Primary School', 'Hazel Lane Primary School'],
    ['Music Development Plan Summary for Hazel Lane', 'Hazel Lane'],
    ['Hazel Lane Academy Music Development Plan 2026-27', 'Hazel Lane Academy'],
    ["St Wilfrid's CE Primary School", "St Wilfrid's CE Primary School"],
    ['At Hazel Lane Infant School we sing.', 'Hazel Lane Infant School'],
    ['We work with Rocksteady Music School.', null],
    ['Music Development Plan Summary', null],
    ['All schools should have a music development plan.', null],
  ])('of the school in %j: %s', (text, name) =>
    expect(readText(text).fields.schoolName.value).toBe(name),
  );

  it.each([
    [
      'a) Rotary Club of Northmere b) Northmere Music Festival',
      ['Rotary Club of Northmere', 'Northmere Music Festival'],
    ],
    [
      'Young Voices, Rocksteady and Tidewater Arts Trust',
      ['Young Voices', 'Rocksteady Music School', 'Tidewater Arts Trust'],
    ],
    ['Marsh Music and Arts Trust', ['Marsh Music and Arts Trust']],
    ['Northmere Music Hub (NMH)', null],
    ['No other formal partnerships', null],
  ])('of other organisations in %j', (text, names) => {
    const plan = `Name of local music hub | Northmere Music Hub\nName of other music education organisations | ${text}`;
    expect(readText(plan).fields.otherOrganisations.value).toEqual(names);
  });

  it.each([
    ['Mrs J. Fernandez (Year 2 teacher)', ['Mrs J. Fernandez']],
    ['Miss A Lowe / Mr P. Dunn', ['Miss A Lowe', 'Mr P. Dunn']],
    ['Lee Ward (Headteacher) Joan Pike (Curriculum Lead)', ['Lee Ward', 'Joan Pike']],
    ['Headteacher: Sam O’Brien-Hall', ['Sam O’Brien-Hall']],
    ['[name] and [name]', ['[name]', '[name]']],
    ['Music lead', null],
  ])('of leads in %j', (text, names) =>
    expect(readText(`Name of the school music lead | ${text}`).fields.musicLead.value).toEqual(
      names,
    ),
  );

  it('of a lead in a sentence', () => {
    const lead = (text: string) => readText(text).fields.musicLead.value;
    expect(lead('Our music lead is Mrs Bell.')).toEqual(['Mrs Bell']);
    expect(lead('Ms Priya Nair, our music lead, runs the choir.')).toEqual(['Ms Priya Nair']);
    expect(lead('The Music Lead also completes a report.')).toBeNull();
  });
});
