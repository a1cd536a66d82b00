import { REGISTER_ENTRIES } from './register-fields';
import type { RegisterSchool } from './register-school';
import { createSchoolReader, type ReaderOptions, type SchoolReader } from './school-reader';

/** A row by the titles of its columns; the header of the file is those titles. */
const ROW = {
  URN: '117065',
  'LA (code)': '919',
  EstablishmentName: 'Weston Way Nursery School',
  'TypeOfEstablishment (name)': 'Local authority nursery school',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '',
  CloseDate: '',
  NumberOfPupils: '77',
  PercentageFSM: '12.5',
  'Trusts (name)': '',
  Town: 'Baldock',
  Postcode: 'SG7 6HD',
  SchoolWebsite: 'http://www.westonway.herts.sch.uk/',
  TelephoneNum: '01462892172',
  'DistrictAdministrative (name)': 'North Hertfordshire',
  Easting: '524422',
  Northing: '232975',
};
type Row = Partial<typeof ROW>;
const HEADER = Object.keys(ROW);

function readerFor(header: readonly string[] = HEADER, options?: ReaderOptions): SchoolReader {
  const reader = createSchoolReader(header, options);
  if ('problem' in reader) throw new Error(reader.problem);
  return reader;
}

const cells = (row: Row = {}) => Object.values({ ...ROW, ...row });
const readOne = (row: Row = {}) => readerFor().read(cells(row), 2);

function schoolOf(row: Row = {}): RegisterSchool {
  const result = readOne(row);
  if (!('school' in result)) throw new Error(JSON.stringify(result));
  return result.school;
}

describe('a school of the register', () => {
  it.each(['0.125', '1'])('keeps a share of %s back until its column is read', (text) => {
    const read = readOne({ PercentageFSM: text });
    expect(read).toMatchObject({ fsmShare: { text, column: 'PercentageFSM' } });
    expect(read).not.toHaveProperty('school.fsmPercent');
  });

  it('has every field of the table, under each of its titles', () => {
    const VALUES: Record<string, string> = {
      ...{ day: '01-09-2012', pupils: '210', percent: '20', metres: '520000', text: 'said' },
      ...{ status: 'Open', postcode: 'ZZ1 1AA' },
    };
    for (const nth of [0, 1]) {
      const header = REGISTER_ENTRIES.map(([, { titles }]) => titles[nth] ?? titles[0]);
      const row = REGISTER_ENTRIES.map(([key, { kind }]) => VALUES[key] ?? VALUES[kind]);
      const read = readerFor(['URN', ...(header as string[])]).read(
        ['100001', ...(row as string[])],
        2,
      );
      const keys = 'school' in read ? Object.keys(read.school) : [];
      expect(keys.sort()).toEqual(['urn', ...REGISTER_ENTRIES.map(([key]) => key)].sort());
    }
  });

  it('is read with everything the row says', () => {
    expect(schoolOf()).toEqual({
      urn: 117065,
      name: 'Weston Way Nursery School',
      status: 'open',
      establishmentType: 'Local authority nursery school',
      laCode: '919',
      closedOn: null,
      pupils: 77,
      fsmPercent: 12.5,
      trust: null,
      town: 'Baldock',
      postcode: 'SG7 6HD',
      website: 'http://www.westonway.herts.sch.uk/',
      telephone: '01462892172',
      district: 'North Hertfordshire',
      easting: 524422,
      northing: 232975,
    });
  });

  it('leaves lasting facts alone where the cell is blank, and clears the others', () => {
    const school = schoolOf({
      ...{ NumberOfPupils: '', PercentageFSM: '', Easting: '', Northing: '', Town: '' },
      ...{ 'DistrictAdministrative (name)': '', 'LA (code)': '', SchoolWebsite: '' },
    });
    for (const lasting of ['pupils', 'fsmPercent', 'easting', 'northing', 'district', 'laCode']) {
      expect(school).not.toHaveProperty(lasting);
    }
    expect(school).toMatchObject({ town: null, website: null, trust: null, closedOn: null });
  });

  it('says nothing of columns the file does not have', () => {
    const header = [
      ...['URN', 'EstablishmentName', 'EstablishmentStatus (name)', 'TypeOfEstablishment (name)'],
    ];
    const row = ['117065', 'Weston Way', 'Open', 'Community school'];
    expect(readerFor(header).read(row, 2)).toEqual({
      school: {
        urn: 117065,
        name: 'Weston Way',
        status: 'open',
        establishmentType: 'Community school',
        closedOn: null,
      },
    });
  });

  it('is read from the lower-case layout too', () => {
    const header = [
      ...['urn', 'name', 'establishment_status_name', 'establishment_type_name', 'phase_name'],
      ...['close_date', 'number_of_pupils', 'address_1', 'address_2'],
    ];
    const row = [
      '117065',
      'A',
      'Closed',
      'Community school',
      'Primary',
      '2021-08-31',
      '9',
      'B',
      'C',
    ];
    expect(readerFor(header).read(row, 2)).toMatchObject({
      school: { phase: 'Primary', closedOn: '2021-08-31', pupils: 9, street: 'B', locality: 'C' },
    });
  });

  it.each([
    ['Open', 'open'],
    ['Open, but proposed to close', 'closing'],
    ['Closed', 'closed'],
    ['Proposed to open', 'proposed'],
    ['CLOSED', 'closed'],
  ] as const)('with status %s is %s', (status, expected) => {
    expect(schoolOf({ 'EstablishmentStatus (name)': status }).status).toBe(expected);
  });

  it.each([
    [{ OpenDate: '01-09-2021' }, 'openedOn', '2021-09-01'],
    [{ OpenDate: '01/09/2021' }, 'openedOn', '2021-09-01'],
    [{ OpenDate: '2021-09-01' }, 'openedOn', '2021-09-01'],
    [{ OpenDate: '01-01-1867' }, 'openedOn', undefined],
    [{ CloseDate: '29-02-2012' }, 'closedOn', '2012-02-29'],
    [{ EstablishmentName: '  St  Mary’s\u00a0School ' }, 'name', 'St Mary’s School'],
    [{ Postcode: 'al35jb' }, 'postcode', 'AL3 5JB'],
    [{ Postcode: 'cm23  5bj' }, 'postcode', 'CM23 5BJ'],
    [{ TelephoneNum: '1462892172' }, 'telephone', '01462892172'],
    [{ TelephoneNum: '441442217893' }, 'telephone', '01442217893'],
    [{ TelephoneNum: '+44 (0)1442 217893' }, 'telephone', '01442217893'],
    [{ TelephoneNum: '01442 217893 ext 2' }, 'telephone', '01442 217893 ext 2'],
    [{ SchoolWebsite: 'www.reed.herts.sch.uk/' }, 'website', 'http://www.reed.herts.sch.uk/'],
    [{ SchoolWebsite: 'not yet' }, 'website', 'not yet'],
    [{ SchoolWebsite: 'javascript:alert(1)' }, 'website', null],
    [{ NumberOfPupils: 'SUPP' }, 'pupils', undefined],
    [{ NumberOfPupils: '1,204' }, 'pupils', 1204],
    [{ PercentageFSM: '0.0' }, 'fsmPercent', 0],
    [{ PercentageFSM: '16.25%' }, 'fsmPercent', 16.3],
    [{ PercentageFSM: '16.2 %' }, 'fsmPercent', 16.2],
    [{ Easting: '0', Northing: '0' }, 'easting', undefined],
    [{ Easting: '524422', Northing: '' }, 'easting', undefined],
  ] as [Row, keyof RegisterSchool, unknown][])('%j gives %s %j', (row, field, expected) => {
    expect(schoolOf(row)[field]).toBe(expected);
  });

  it('may be going to close on a day to come', () => {
    const status = 'Open, but proposed to close';
    expect(
      schoolOf({ 'EstablishmentStatus (name)': status, CloseDate: '31-08-2099' }),
    ).toMatchObject({ status: 'closing', closedOn: '2099-08-31' });
  });

  it('that never opened may have closed before its opening day', () => {
    const dates = { OpenDate: '01-09-2021', CloseDate: '01-08-2021' };
    expect(schoolOf({ 'EstablishmentStatus (name)': 'Closed', ...dates }).closedOn).toBe(
      '2021-08-01',
    );
  });
});

describe('a row that cannot be taken', () => {
  it.each([
    [{ URN: 'ABC' }, 'URN', '“ABC” is not a URN, which is a number of six digits.'],
    [{ URN: '' }, 'URN', 'The URN is missing.'],
    [{ URN: '012345' }, 'URN', '“012345” is not a URN, which is a number of six digits.'],
    [
      { URN: '9192045' },
      'URN',
      '“9192045” is not a URN, which is a number of six digits. This looks like a DfE number.',
    ],
    [{ EstablishmentName: ' ' }, 'EstablishmentName', "The school's name is missing."],
    [{ OpenDate: '31-02-2024' }, 'OpenDate', '31-02-2024 is not a date.'],
    [{ CloseDate: 'soon' }, 'CloseDate', 'soon is not a date.'],
    [
      { OpenDate: '01-09-2024', CloseDate: '31-08-2024' },
      'CloseDate',
      'The school would close before it opens.',
    ],
    [
      { NumberOfPupils: '-5' },
      'NumberOfPupils',
      '-5 is below zero, and the number of pupils cannot be.',
    ],
    [
      { 'EstablishmentStatus (name)': 'Half open' },
      'EstablishmentStatus (name)',
      '“Half open” is not a status the register uses; it must be Open, Closed, ' +
        '“Open, but proposed to close” or “Proposed to open”.',
    ],
  ] as [Row, keyof Row, string][])('%j: %s', (row, column, message) => {
    const value = (row[column] ?? '').trim();
    expect(readOne(row)).toEqual({ rejection: { line: 2, column, value, message } });
  });

  it('is the second one with a URN, unless the first was not taken', () => {
    const reader = readerFor();
    expect(reader.read(cells({ NumberOfPupils: '-5' }), 2)).toHaveProperty('rejection');
    expect(reader.read(cells(), 3)).toHaveProperty('school');
    expect(reader.read(cells(), 9)).toEqual({
      rejection: {
        line: 9,
        column: 'URN',
        value: '117065',
        message: 'URN 117065 is already on line 3; only that line was taken.',
      },
    });
  });

  it('is a second header', () => {
    expect(readerFor().read(HEADER, 2)).toEqual({
      rejection: {
        line: 2,
        column: 'URN',
        value: 'URN',
        message: 'Line 2 repeats the header, so it was skipped.',
      },
    });
  });

  it('has more values than the header has columns', () => {
    expect(readerFor().read([...cells(), '', 'stray'], 2)).toMatchObject({
      rejection: { column: '', value: 'stray', message: expect.stringMatching(/^The line has 19/) },
    });
    expect(readerFor().read([...cells(), '', ' '], 2)).toHaveProperty('school');
  });
});

describe('a row that is taken or passed over', () => {
  it('is shorter than the header: the rest is blank', () => {
    const reader = readerFor();
    expect(reader.read(cells().slice(0, 6), 2)).toMatchObject({ school: { town: null } });
  });

  it('is blank', () => {
    expect(readerFor().read([''], 2)).toEqual({ skipped: true });
    expect(readerFor().read(['', ' ', ''], 2)).toEqual({ skipped: true });
  });

  it('belongs to another authority, whatever else is wrong with it', () => {
    const reader = readerFor(HEADER, { laCodes: ['919', '0201'] });
    expect(reader.read(cells({ 'LA (code)': '850', URN: 'ABC' }), 2)).toEqual({ skipped: true });
    expect(reader.read(cells({ 'LA (code)': '201' }), 3)).toHaveProperty('school');
  });

  it('cannot be picked by authority when the file names none', () => {
    const header = HEADER.filter((title) => title !== 'LA (code)');
    expect(createSchoolReader(header, { laCodes: ['919'] })).toEqual({
      problem:
        'The file has no column of local authority codes, so authorities cannot be picked from it.',
    });
  });
});
