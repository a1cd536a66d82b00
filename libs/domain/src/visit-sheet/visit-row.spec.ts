import { guessColumns } from './guess-columns';
import type { SheetCell } from './sheet-cell';
import { readVisitRow } from './visit-row';

const HEADER = [
  ...['URN', 'School', 'Town', 'Postcode', 'Date of visit', 'Type', 'Status', 'Visitor'],
  ...['Met with', 'Notes'],
];
const ROW: Record<string, SheetCell> = {
  URN: '117350',
  School: 'Reed First School',
  'Date of visit': '3/12/24',
};
const { mapping } = guessColumns(HEADER);
const TODAY = '2024-12-03';

const cellsOf = (row: Record<string, SheetCell>) => HEADER.map((title) => row[title] ?? null);
const read = (row: Record<string, SheetCell>) => readVisitRow(cellsOf(row), mapping, 5, TODAY);

describe('a row of a sheet of visits', () => {
  it('is a completed visit with all it says', () => {
    const row = {
      ...{ ...ROW, URN: 117350, Town: 'Royston', Postcode: 'sg88an', Type: 'Follow-up' },
      ...{ Status: 'Completed', Visitor: 'Ann Lee', 'Met with': 'Head', Notes: 'A\r\nB' },
    };
    expect(read(row)).toEqual({
      visit: {
        ...{ urn: 117350, schoolName: 'Reed First School', town: 'Royston', postcode: 'SG8 8AN' },
        ...{ visitedOn: '2024-12-03', kind: 'follow_up', visitorName: 'Ann Lee', metWith: 'Head' },
        summary: 'A\nB',
      },
    });
  });

  it('has no keys for what it does not say', () => {
    expect(read({ School: 'Reed First School', 'Date of visit': 45_000 })).toEqual({
      visit: { schoolName: 'Reed First School', visitedOn: '2023-03-15', kind: 'cycle' },
    });
  });

  it.each([
    ['Phone call', 'other'],
    ['telephone', 'other'],
    ['Email', 'other'],
    ['Follow up visit', 'follow_up'],
    ['followup', 'follow_up'],
    ['School visit', 'cycle'],
    ['', 'cycle'],
  ])('of type %j is of kind %s', (type, kind) => {
    expect(read({ ...ROW, Type: type })).toMatchObject({ visit: { kind } });
  });

  it.each([
    'Completed',
    'done',
    'Visited',
    'Y',
    'yes',
    true,
    'Completed - rescheduled from May',
    '✓',
  ])('with status %j took place', (status) =>
    expect(read({ ...ROW, Status: status })).toHaveProperty('visit'),
  );

  it.each([
    ...['Cancelled by school', 'canceled', 'Not held', 'Planned', 'Booked', 'Postponed', 'TBC'],
    ...['Cancelled, then completed by phone', 'no', "Didn't happen"],
  ])('with status %j is no completed visit', (status) => {
    expect(read({ ...ROW, Status: status })).toEqual({
      rejection: {
        line: 5,
        column: 'Status',
        value: status,
        message: `The status is "${status}", so it is not a completed visit and was left out.`,
      },
    });
  });

  it('with a status nobody understands is handed back', () => {
    expect(read({ ...ROW, Status: 'Amber' })).toMatchObject({
      rejection: {
        column: 'Status',
        message:
          '"Amber" does not say whether the visit took place. Write Completed or Cancelled, ' +
          'or match no column to the status.',
      },
    });
  });

  it('with notes that it was cancelled is no completed visit', () => {
    expect(read({ ...ROW, Notes: 'Visit was cancelled - snow' })).toMatchObject({
      rejection: {
        column: 'Notes',
        message:
          'The notes begin "Visit was cancelled - snow", so it is not a completed visit and was left out.',
      },
    });
    expect(read({ ...ROW, Status: 'Done', Notes: 'Cancelled choir' })).toHaveProperty('visit');
    expect(read({ ...ROW, Notes: 'Their concert was cancelled' })).toHaveProperty('visit');
  });

  it.each([
    [{ 'Date of visit': '31/02/2024' }, 'Date of visit', '31/02/2024 is not a date.'],
    [{ 'Date of visit': '31-02-2024' }, 'Date of visit', '31-02-2024 is not a date.'],
    [{ 'Date of visit': '' }, 'Date of visit', 'The date of the visit is missing.'],
    [
      { 'Date of visit': 2023 },
      'Date of visit',
      '2023 is not a date. It looks like a year; the day is needed too.',
    ],
    [
      { 'Date of visit': '4/12/24' },
      'Date of visit',
      'A visit cannot be logged before it takes place: Wed 4 Dec 2024 is in the future.',
    ],
    [
      { 'Date of visit': '1/1/1920' },
      'Date of visit',
      'Thu 1 Jan 1920 is too long ago for a visit.',
    ],
    [{ URN: 'Reed' }, 'URN', '"Reed" is not a URN, which is a number of six digits.'],
    [{ URN: '', School: ' ' }, 'School', 'The row does not say which school was visited.'],
  ])('%j is handed back', (row, column, message) => {
    const value = String((row as Record<string, SheetCell>)[column]).trim();
    expect(read({ ...ROW, ...row })).toEqual({ rejection: { line: 5, column, value, message } });
  });

  it('may be blank or the header again', () => {
    expect(read({})).toEqual({ skipped: true });
    expect(readVisitRow([], mapping, 5, TODAY)).toEqual({ skipped: true });
    expect(readVisitRow(HEADER, mapping, 5, TODAY)).toMatchObject({
      rejection: { message: 'Line 5 repeats the header, so it was skipped.' },
    });
  });
});
