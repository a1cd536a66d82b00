import { createLinkReader } from './link-reader';
import { createSchoolReader, type SchoolRow } from './school-reader';

const HEADER = [
  ...['URN', 'EstablishmentName', 'EstablishmentStatus (name)', 'TypeOfEstablishment (name)'],
  ...['NumberOfPupils', 'PercentageFSM', 'Easting', 'Northing', 'OpenDate'],
];

function readerOf(header: string[]) {
  const reader = createSchoolReader(header);
  if ('problem' in reader) throw new Error(reader.problem);
  return reader;
}

function read(over: Partial<Record<string, string>>, header = HEADER, more: string[] = []) {
  const usual = { URN: '100001', EstablishmentName: 'A', 'EstablishmentStatus (name)': 'Open' };
  const row: Partial<Record<string, string>> = {
    ...usual,
    ...{ 'TypeOfEstablishment (name)': 'Community school', ...over },
  };
  return readerOf(header).read([...header.map((title) => row[title] ?? ''), ...more], 2);
}

const taken = (row: SchoolRow) => ('school' in row ? row : { school: undefined, leftOut: [] });

describe('a figure that is no number', () => {
  it.each([
    ['NumberOfPupils', '<5', 'pupils'],
    ['NumberOfPupils', '*', 'pupils'],
    ['NumberOfPupils', '1.2E+03', 'pupils'],
    ['NumberOfPupils', 'fewer than ten', 'pupils'],
    ['PercentageFSM', 'low', 'fsmPercent'],
    ['PercentageFSM', '~', 'fsmPercent'],
    ['PercentageFSM', '>60%', 'fsmPercent'],
  ])('in %s, %j, is left out and said, and the school is taken', (column, value, field) => {
    const { school, leftOut } = taken(read({ [column]: value }));
    expect(school).toMatchObject({ urn: 100001, status: 'open' });
    expect(school).not.toHaveProperty(field);
    const message = expect.stringMatching(/is not a number, and .+ is one\. It was left out\.$/);
    expect(leftOut).toEqual([{ column, value, message }]);
  });

  it.each([
    ['NumberOfPupils', '7.5', 'pupils', '7.5 is not a whole number of pupils.'],
    ['NumberOfPupils', '910301', 'pupils', '910301 pupils are too many.'],
    ['PercentageFSM', '101', 'fsmPercent', '101 is more than 100 per cent.'],
    ['Easting', '900000', 'easting', '900000 is outside the British National Grid.'],
  ])('or none that it can be: %s, %j', (column, value, field, said) => {
    const { school, leftOut } = taken(read({ Northing: '212345', [column]: value }));
    expect(school).toMatchObject({ urn: 100001, status: 'open' });
    expect(school).not.toHaveProperty(field);
    expect(leftOut).toEqual([{ column, value, message: `${said} It was left out.` }]);
  });

  it('in one half of a place leaves the place out', () => {
    const { school, leftOut } = taken(read({ Easting: 'abc', Northing: '212345' }));
    expect(school).not.toHaveProperty('northing');
    expect(leftOut).toHaveLength(1);
  });
});

it('a character that cannot be read is kept as its sign, and said', () => {
  const value = 'Caf\ufffd School';
  const { school, leftOut } = taken(read({ EstablishmentName: value }));
  expect(school).toMatchObject({ name: value });
  const message = 'A character cannot be read and is kept as \ufffd.';
  expect(leftOut).toEqual([{ column: 'EstablishmentName', value, message }]);
});

describe('a day', () => {
  it.each([
    ['40422', '2010-09-01'],
    ['01/09/2010 00:00:00', '2010-09-01'],
    ['01-Sep-10', '2010-09-01'],
  ])('written %s is %s', (OpenDate, day) => {
    expect(taken(read({ OpenDate })).school).toMatchObject({ openedOn: day });
  });
});

describe('a status', () => {
  it.each([
    ['De-registered as EYS', 'closed'],
    ['Created in error', 'closed'],
    ['Created in Error', 'closed'],
    ['Rejected Opening', 'closed'],
    ['Quarantine', 'closed'],
    ['Archived', 'closed'],
    ['Pending approval', 'proposed'],
  ])('of %s is %s, and said', (status, expected) => {
    const { school, leftOut } = taken(read({ 'EstablishmentStatus (name)': status }));
    expect(school).toMatchObject({ status: expected });
    expect(leftOut).toEqual([
      expect.objectContaining({ value: status, message: expect.stringMatching(/not an open/) }),
    ]);
  });

  it.each(['Open but proposed to close', 'OPEN , but proposed to close'])(
    'of %s closes',
    (text) => {
      expect(read({ 'EstablishmentStatus (name)': text })).toEqual({
        school: expect.objectContaining({ status: 'closing' }),
      });
    },
  );
});

describe('a closing day', () => {
  it('is none for an open school, whether the file has a column of them or not', () => {
    const closing = { 'EstablishmentStatus (name)': 'Open, but proposed to close' };
    const withDays = [...HEADER, 'CloseDate'];
    expect(taken(read({})).school).toHaveProperty('closedOn', null);
    expect(taken(read({}, withDays)).school).toHaveProperty('closedOn', null);
    expect(taken(read(closing)).school).not.toHaveProperty('closedOn');
    expect(taken(read(closing, withDays)).school).toHaveProperty('closedOn', null);
  });
});

describe('linked establishments beyond the last column', () => {
  const header = [...HEADER, 'Linked establishments'];
  const linked = { 'Linked establishments': '100101 Predecessor' };

  it('are read as links', () => {
    const more = [
      '100102 Predecessor - merged',
      '100103 Sixth Form Centre Link',
      '100104 Successor',
    ];
    expect(read(linked, header, more)).toMatchObject({
      school: { urn: 100001 },
      links: [
        { predecessorUrn: 100101, successorUrn: 100001, linkType: 'Successor' },
        { predecessorUrn: 100102, successorUrn: 100001, linkType: 'Successor - merged' },
        { predecessorUrn: 100001, successorUrn: 100104, linkType: 'Successor' },
      ],
    });
  });

  it.each([
    ['other text', header, ['100102 Predecessor', 'Linsborough']],
    ['a bare number', header, ['100102']],
    ['links in a file without such a column', HEADER, ['100102 Predecessor']],
  ])('%s is still handed back', (_, titles, more) => {
    expect(read(linked, titles, more)).toMatchObject({
      rejection: { message: expect.stringMatching(/^The line has \d+ values and the header/) },
    });
  });
});

describe("a children's centre", () => {
  it('is passed over as no school', () => {
    const type = "Children's centre";
    const centre = { URN: '20001', 'TypeOfEstablishment (name)': type };
    expect(read(centre)).toEqual({ skipped: true, noSchool: true });
    expect(read({ ...centre, 'TypeOfEstablishment (name)': `${type} linked site` })).toEqual({
      skipped: true,
      noSchool: true,
    });
    const links = createLinkReader(['URN', 'LinkURN', 'LinkType']);
    if ('problem' in links) throw new Error(links.problem);
    expect(links.read(['20001', '100001', "Children's Centre Link"], 2)).toEqual({
      skipped: true,
      noSchool: true,
    });
  });

  it('is not what a school with a digit too few is taken for', () => {
    expect(read({ URN: '10000' })).toMatchObject({ rejection: { column: 'URN' } });
  });
});
