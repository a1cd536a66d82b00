import { matchColumns, recogniseRegisterFile } from './match-columns';

const ESSENTIAL = [
  ...['URN', 'EstablishmentName', 'EstablishmentStatus (name)', 'TypeOfEstablishment (name)'],
];

function problemOf(header: string[], kind: Parameters<typeof matchColumns>[1]): string {
  const matched = matchColumns(header, kind);
  return 'problem' in matched ? matched.problem : 'no problem';
}

describe('matchColumns', () => {
  it('finds columns in any order, whatever their case, spaces and byte order mark', () => {
    const header = [
      '\ufeffPostcode ',
      'establishmentname',
      ' urn',
      'ESTABLISHMENTSTATUS(NAME)',
      'Typeofestablishment  (name)',
      'Something else',
    ];
    const matched = matchColumns(header, 'schools');
    expect(matched).toMatchObject({
      columns: {
        urn: { index: 2, title: 'urn' },
        name: { index: 1, title: 'establishmentname' },
        postcode: { index: 0, title: 'Postcode' },
      },
    });
    expect(matched).not.toHaveProperty('columns.pupils');
  });

  it('prefers a column of names to one of codes', () => {
    const header = [...ESSENTIAL.slice(0, 2), 'EstablishmentStatus (code)', ...ESSENTIAL.slice(2)];
    expect(matchColumns(header, 'schools')).toMatchObject({ columns: { status: { index: 3 } } });
  });

  it.each(ESSENTIAL)('names the essential column %s when it is missing', (missing) => {
    const header = ESSENTIAL.filter((title) => title !== missing);
    expect(problemOf(header, 'schools')).toBe(
      `The file has no column “${missing}”. The first line must hold the column names.` +
        ` It begins: ${header.join(', ')}.`,
    );
  });

  it('says so when a column that matters comes twice, and lets others be', () => {
    expect(problemOf([...ESSENTIAL, 'Note', 'Note'], 'schools')).toBe('no problem');
    expect(problemOf([...ESSENTIAL, 'urn'], 'schools')).toBe(
      'The file has two columns called “URN” (columns 1 and 5). Take one of them out.',
    );
  });

  it('says so when the first line is blank', () => {
    expect(problemOf(['', ' '], 'schools')).toBe(
      'The first line of the file is blank; it must hold the column names.',
    );
  });

  it.each([
    [
      'schools',
      ['URN', 'LinkURN', 'LinkName', 'LinkType'],
      'a links file',
      'Predecessors and successors',
    ],
    ['schools', ['URN', 'LA', 'NOR', 'NUMFSM'], 'a school census', 'Pupils and free school meals'],
    ['schools', ['School', 'Date of visit', 'Notes'], 'a list of visits', 'Past visits'],
    ['school-links', ESSENTIAL, 'a register of schools', 'School register'],
    ['school-census', ESSENTIAL, 'a register of schools', 'School register'],
    [
      'school-census',
      ['URN', 'LinkURN', 'LinkType'],
      'a links file',
      'Predecessors and successors',
    ],
  ] as const)('for %s recognises %j as %s', (kind, header, what, label) => {
    expect(problemOf([...header], kind)).toBe(
      `This looks like ${what}; choose “${label}” to import it.`,
    );
  });

  it('recognises none of its kinds in other headers', () => {
    expect(recogniseRegisterFile(['URN', 'Name'])).toBeNull();
    expect(recogniseRegisterFile(ESSENTIAL)).toBe('schools');
  });
});
