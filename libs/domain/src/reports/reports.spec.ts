import { textBlocks } from './narrative';
import { type ReportAsked, reportFaults, reportParameters, reportYears } from './report-request';
import { columnFaults, MOST_COLUMNS, questionOfColumn } from './school-columns';

const today = '2024-11-20';
const asked = (over: Partial<ReportAsked> = {}): ReportAsked => ({
  kind: 'stakeholder',
  academicYear: '2024-25',
  ...over,
});

describe('a report that is asked for', () => {
  it.each<[string, Partial<ReportAsked>, string, RegExp]>([
    ['no year', { academicYear: undefined }, 'academicYear', /Choose the academic year/],
    ['a year written wrongly', { academicYear: '2024-26' }, 'academicYear', /“2024-26” is not/],
    ['a year to come', { academicYear: '2025-26' }, 'academicYear', /begins on Mon 1 Sep 2025/],
    ['a day to come', { asOf: '2024-11-21' }, 'asOf', /in the future/],
    ['a day before the year', { asOf: '2024-08-31' }, 'asOf', /period would be empty/],
    ['a day after the year', { academicYear: '2023-24', asOf: today }, 'asOf', /would be empty/],
    ['no day at all', { asOf: '2024-02-30' }, 'asOf', /is not a day/],
    ['a format it has not', { format: 'csv' }, 'format', /PDF or Word/],
    ['columns it has not', { columns: ['name'] }, 'columns', /Only figures by school/],
    ['no columns', { kind: 'by_school' }, 'columns', /at least one column/],
    ['an unknown column', { kind: 'by_school', columns: ['colour'] }, 'columns', /“colour”/],
  ])('with %s is refused', (_, over, field, message) => {
    expect(reportFaults(asked(over), today)).toEqual([
      { field, message: expect.stringMatching(message) },
    ]);
  });

  it.each<[Partial<ReportAsked>, string | null, string]>([
    [{}, '2024-25', today],
    [{ asOf: '2024-09-01' }, '2024-25', '2024-09-01'],
    [{ academicYear: '2023-24' }, '2023-24', '2024-08-31'],
    [{ kind: 'workbook', academicYear: undefined }, null, today],
  ])('%j is of %s as of %s', (over, academicYear, asOf) => {
    expect(reportFaults(asked(over), today)).toEqual([]);
    expect(reportParameters(asked(over), today)).toEqual({
      ...{ academicYear, asOf, regionId: null, columns: [] },
    });
  });

  it('can be of the present year and those before it', () => {
    expect(reportYears('2025-08-31', 3)).toEqual(['2024-25', '2023-24', '2022-23']);
    expect(reportYears('2000-09-01', 2)).toEqual(['2000-01', '1999-00']);
  });
});

describe('columns', () => {
  it.each([
    [['name', 'answer:choir'], []],
    [['name', 'name'], ['The column “name” is chosen twice.']],
    [['urn'], ['There is no column “urn”.']],
    [['answer:'], ['There is no column “answer:”.']],
    [Array(MOST_COLUMNS + 1).fill('name'), ['Choose 100 columns at most.']],
  ])('%j', (keys, faults) => {
    expect(columnFaults(keys)).toEqual(faults);
  });

  it('know their question', () => {
    expect([questionOfColumn('answer:music_budget'), questionOfColumn('name')]).toEqual([
      'music_budget',
      null,
    ]);
  });
});

it('reads paragraphs and lists out of a text', () => {
  const text = 'One\r\nline.\n\n- first\n- second\nAfter.\n\n\n- alone\n\n- another list';
  expect(textBlocks(text)).toEqual([
    { paragraph: 'One line.' },
    { items: ['first', 'second'] },
    { paragraph: 'After.' },
    { items: ['alone'] },
    { items: ['another list'] },
  ]);
  expect(textBlocks(' \n ')).toEqual([]);
});
