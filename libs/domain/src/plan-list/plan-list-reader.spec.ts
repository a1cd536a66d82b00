import type { SheetCell } from '../visit-sheet/sheet-cell';
import { isPlanListHeader, planListColumns, schoolOfPlanList } from './plan-list-columns';
import { createPlanListReader, type PlanListReader } from './plan-list-reader';

const TODAY = '2026-11-20';
const HEADER = ['URN', 'School', 'Town', 'Link', 'Academic year', 'Seen on', 'SMDP on website?'];

function readerOf(header: readonly string[] = HEADER): PlanListReader {
  const reader = createPlanListReader(header, TODAY);
  if ('problem' in reader) throw new Error(reader.problem);
  return reader;
}
/** A row of `HEADER`; what is left out is blank. */
const row = (
  cells: Partial<Record<'urn' | 'school' | 'town' | 'link' | 'year' | 'seen' | 'has', SheetCell>>,
) =>
  readerOf().read(
    [cells.urn, cells.school, cells.town, cells.link, cells.year, cells.seen, cells.has],
    7,
  );

const URN = { urn: '900020' };
const SCHOOL = { urn: 900020 };

describe('the columns of a list of plans', () => {
  const found = (titles: readonly string[]) =>
    Object.fromEntries(
      Object.entries(planListColumns(titles)).map(([field, { index }]) => [field, index]),
    );

  it.each<[string[], Record<string, number>]>([
    [
      HEADER,
      { urn: 0, schoolName: 1, town: 2, address: 3, academicYears: 4, seenOn: 5, hasPlan: 6 },
    ],
    [
      ['Date SMDP found', 'Establishment', 'Website', 'SMDP link', 'School year'],
      { seenOn: 0, schoolName: 1, address: 3, academicYears: 4 },
    ],
    [
      ['School name', 'Plan', 'Covers', 'Checked', 'URL'],
      { schoolName: 0, hasPlan: 1, academicYears: 2, seenOn: 3, address: 4 },
    ],
    [
      ['Name of the school', 'Address', 'Year(s)', 'Found on'],
      { schoolName: 0, address: 1, academicYears: 2, seenOn: 3 },
    ],
    [
      ['School', 'Link to the SMDP', 'Years of the plan', 'Has a plan'],
      { schoolName: 0, address: 1, academicYears: 2, hasPlan: 3 },
    ],
    [['School', 'School website', 'SMDP published?'], { schoolName: 0, hasPlan: 2 }],
    [
      ['School', 'Seen (dd/mm/yyyy)', 'Web page', 'Academic years covered'],
      { schoolName: 0, seenOn: 1, address: 2, academicYears: 3 },
    ],
  ])('are found in %j', (titles, columns) => {
    expect(found(titles)).toEqual(columns);
    expect(isPlanListHeader(titles)).toBe(true);
  });

  it.each([
    [['Music development plans 2026-27']],
    [['School', 'Town']],
    [['Larch Primary', 'Ware']],
  ])('are none in %j', (titles) => expect(isPlanListHeader(titles)).toBe(false));

  it.each<[string, string[], string]>([
    [
      'of the register',
      ['URN', 'EstablishmentName', 'TypeOfEstablishment (name)', 'EstablishmentStatus (name)'],
      'This looks like a file of the school register; choose “School register” to import it.',
    ],
    [
      'without plans',
      ['School', 'Town'],
      'The file has no row of column names with the school (“URN” or “School”) and its plan (“Address”, “Academic year”, “Seen on”).',
    ],
    [
      'with a column twice',
      ['School', 'Link', 'Academic year', 'Link'],
      'The file has two columns called “Link” (columns 2 and 4). Take one of them out.',
    ],
  ])('of a file %s are refused', (_, titles, problem) => {
    expect(createPlanListReader(titles, TODAY)).toEqual({ problem });
  });
});

describe('a row of a list of plans', () => {
  it('is a plan seen, with its school, address mended, years and day', () => {
    const cells = { ...URN, school: 'Larch Primary', town: 'Ware', seen: '12.10.2026' };
    expect(row({ ...cells, link: 'www.larch.example/music', year: '2026/27' })).toEqual({
      entry: {
        school: { urn: 900020, schoolName: 'Larch Primary', town: 'Ware' },
        plan: {
          ...{ academicYear: '2026-27', lastAcademicYear: '2026-27' },
          address: 'https://www.larch.example/music',
        },
        ...{ seenOn: '2026-10-12', mayBeSwapped: true },
      },
    });
  });

  it.each<[SheetCell, string, string]>([
    ['2026-27', '2026-27', '2026-27'],
    ['2025/2026', '2025-26', '2025-26'],
    ['2024–27', '2024-25', '2026-27'],
    ['2025-26, 2026-27', '2025-26', '2026-27'],
    ['2024-25 to 2026-27', '2024-25', '2026-27'],
    ['24/25', '2024-25', '2024-25'],
    ['‘24–‘25', '2024-25', '2024-25'],
    ['24/25, 25/26', '2024-25', '2025-26'],
    ['24-25 to 26-27', '2024-25', '2026-27'],
  ])('reads the years %j', (year, academicYear, lastAcademicYear) => {
    expect(row({ ...URN, year })).toMatchObject({
      entry: { school: SCHOOL, plan: { academicYear, lastAcademicYear, address: null } },
    });
  });

  it.each<[SheetCell, string | null]>([
    ['12/10/2026', '2026-10-12'],
    ['Mon 12 Oct 2026', '2026-10-12'],
    ['2026-10-12', '2026-10-12'],
    [46307, '2026-10-12'],
    ['', null],
    ['n/a', null],
  ])('reads the day %j', (seen, seenOn) => {
    expect(row({ ...URN, year: '2026-27', seen })).toMatchObject({ entry: { seenOn } });
  });

  it.each<[string, Parameters<typeof row>[0]]>([
    ['no', { has: 'No', seen: '12/10/2026' }],
    ['none found in the place of an address', { link: 'none found', seen: '12/10/2026' }],
    ['none published', { has: 'not published yet', seen: '12/10/2026' }],
    ['no plan of the year of that day', { has: 'N', seen: '12/10/2026', year: '2026-27' }],
  ])('that says %s is a look that found none', (_, cells) => {
    expect(row({ ...URN, ...cells })).toEqual({
      entry: { school: SCHOOL, plan: null, seenOn: '2026-10-12', mayBeSwapped: true },
    });
  });

  it.each<[string, Parameters<typeof row>[0]]>([
    ['blank', {}],
    ['with a school alone', { ...URN, school: 'Larch Primary' }],
    ['with a school that was not looked at', { ...URN, has: 'not checked', seen: '-' }],
    ['a heading between', { school: 'Primary schools' }],
    [
      'the header again',
      Object.fromEntries(
        Object.entries({ urn: 0, school: 1, town: 2, link: 3, year: 4, seen: 5, has: 6 }).map(
          ([key, at]) => [key, HEADER[at]],
        ),
      ),
    ],
  ])('is passed over: %s', (_, cells) => expect(row(cells)).toEqual({ skipped: true }));

  it.each<[string, Parameters<typeof row>[0], string, string]>([
    [
      'no year',
      { link: 'https://larch.example/smdp' },
      'Academic year',
      'Say which academic year the plan covers.',
    ],
    [
      'a day alone',
      { seen: '12/10/2026' },
      'Academic year',
      'Say which academic year the plan covers.',
    ],
    ['yes alone', { has: 'Yes' }, 'Academic year', 'Say which academic year the plan covers.'],
    [
      'yes in the place of a day',
      { seen: 'Yes' },
      'Academic year',
      'Say which academic year the plan covers.',
    ],
    [
      'a single year',
      { year: '2024' },
      'Academic year',
      '“2024” is no academic year. Write it like 2026-27.',
    ],
    [
      'two digits that could be a day',
      { year: '11/12' },
      'Academic year',
      '“11/12” is no academic year. Write it like 2026-27.',
    ],
    [
      'two digits of years apart',
      { year: '24/27' },
      'Academic year',
      '“24/27” is no academic year. Write it like 2026-27.',
    ],
    [
      'more than years',
      { year: '2024-25, 2026' },
      'Academic year',
      '“2024-25, 2026” is no academic year. Write it like 2026-27.',
    ],
    [
      'years apart',
      { year: '2022-23 and 2024-25' },
      'Academic year',
      'Give academic years that follow each other, each once.',
    ],
    [
      'a year far ahead',
      { year: '2030-31' },
      'Academic year',
      'A plan can be for 2028-29 at the latest.',
    ],
    [
      'a password',
      { link: 'https://me:pw@larch.example', year: '2026-27' },
      'Link',
      'Give the address without a user name and password.',
    ],
    [
      'the own network',
      { link: 'http://192.168.0.7/smdp', year: '2026-27' },
      'Link',
      'This address is inside a private network, so nobody else can open it.',
    ],
    [
      'words for an address',
      { link: 'on the curriculum page', year: '2026-27' },
      'Link',
      'Give the address of a web page, like https://www.school.example/music.',
    ],
    [
      'yes and an address in one',
      { link: 'Yes - www.larch.example', year: '2026-27' },
      'Link',
      'Give the address of a web page, like https://www.school.example/music.',
    ],
    [
      'a long address',
      { link: `larch.example/${'a'.repeat(500)}`, year: '2026-27' },
      'Link',
      'The address has at most 500 characters.',
    ],
    [
      'a day ahead',
      { year: '2026-27', seen: '21/11/2026' },
      'Seen on',
      'A plan cannot be seen ahead: Sat 21 Nov 2026 is in the future.',
    ],
    [
      'a day long ago',
      { year: '2026-27', seen: '1/9/1999' },
      'Seen on',
      'Wed 1 Sep 1999 is too long ago for a plan.',
    ],
    [
      'a month',
      { year: '2026-27', seen: 'October 2026' },
      'Seen on',
      '“October 2026” is no whole day. Write it like 12/10/2026.',
    ],
    [
      'a day without its year',
      { year: '2026-27', seen: '12 Oct' },
      'Seen on',
      '“12 Oct” is no whole day. Write it like 12/10/2026.',
    ],
    ['none without a day', { has: 'No' }, 'Seen on', 'Say on which day no plan was found.'],
    [
      'none and an address',
      { has: 'No', link: 'larch.example', seen: '12/10/2026' },
      'SMDP on website?',
      'The row gives an address and says that there is no plan.',
    ],
    [
      'none and one',
      { link: 'none', has: 'Yes', seen: '12/10/2026' },
      'Link',
      'The row says both that there is a plan and that there is none.',
    ],
    [
      'none of another year',
      { has: 'No', year: '2024-25', seen: '12/10/2026' },
      'SMDP on website?',
      'The row says none for 2024-25, but Mon 12 Oct 2026 is in 2026-27.',
    ],
    [
      'a cross',
      { has: 'x', year: '2026-27' },
      'SMDP on website?',
      'A cross can mean yes or no. Write which.',
    ],
    [
      'no URN',
      { urn: '12345', year: '2026-27' },
      'URN',
      '“12345” is not a URN, which is a number of six digits.',
    ],
    [
      'no school',
      { urn: '', year: '2026-27' },
      'School',
      'The row names no school. Give its URN or its name.',
    ],
  ])('is handed back: %s', (_, cells, column, message) => {
    expect(row({ ...URN, ...cells })).toEqual({
      rejection: expect.objectContaining({ line: 7, column, message }),
    });
  });

  it('with more values than the header has columns is handed back', () => {
    const read = readerOf(['URN', 'Academic year']).read(['900020', '2026-27', 'stray'], 3);
    const message =
      'The line has 3 values and the header 2 columns; a comma or a quote may be out of place.';
    expect(read).toEqual({ rejection: { line: 3, column: '', value: 'stray', message } });
  });

  it('takes the number out of a name', () => {
    expect(row({ school: 'Larch Primary (900020)', year: '2026-27' })).toMatchObject({
      entry: { school: { urn: 900020, schoolName: 'Larch Primary' } },
    });
  });
});

it('notices a day with its month first, and which others could be swapped', () => {
  const reader = readerOf(['URN', 'Academic year', 'Seen']);
  const read = (seen: SheetCell) => reader.read(['900020', '2026-27', seen], 2);
  expect(read('03/10/2026')).toMatchObject({ entry: { mayBeSwapped: true } });
  expect(reader.sawMonthFirst()).toBe(false);
  expect(read('10/14/2026')).toHaveProperty('rejection');
  expect(reader.sawMonthFirst()).toBe(true);
  expect(read('13/10/2026')).toMatchObject({ entry: { mayBeSwapped: false } });
  expect(read('3 October 2026')).toMatchObject({ entry: { mayBeSwapped: false } });
  expect(read('10/10/2026')).toMatchObject({ entry: { mayBeSwapped: false } });
  expect(read(46237)).toMatchObject({ entry: { seenOn: '2026-08-03', mayBeSwapped: true } });
});

it.each([
  [['900020', 'Larch Primary'], 'Larch Primary'],
  [['900020'], '900020'],
  [[], ''],
])('names the school of the row %j', (cells, school) => {
  expect(schoolOfPlanList(['URN', 'Name of school', 'Link'], cells)).toBe(school);
});
