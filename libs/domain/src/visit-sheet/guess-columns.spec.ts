import { guessColumns, mappingProblem } from './guess-columns';

/** The titles matched, by field. */
function matched(header: string[]): Record<string, string> {
  const entries = Object.entries(guessColumns(header).mapping);
  return Object.fromEntries(entries.map(([field, column]) => [field, column.title]));
}

describe('guessColumns', () => {
  it.each([
    [
      ['School', 'Town', 'Date of visit', 'Visitor', 'Notes'],
      {
        ...{ schoolName: 'School', town: 'Town', visitedOn: 'Date of visit' },
        ...{ visitor: 'Visitor', summary: 'Notes' },
      },
    ],
    [
      [
        'URN',
        'School Name',
        'Post code',
        'Visited',
        'Type',
        'Who',
        'Who met?',
        'Comments',
        'Status',
      ],
      {
        ...{ urn: 'URN', schoolName: 'School Name', postcode: 'Post code', visitedOn: 'Visited' },
        ...{ kind: 'Type', visitor: 'Who', metWith: 'Who met?', summary: 'Comments' },
        status: 'Status',
      },
    ],
    [
      ['Name', 'Date', 'School type', 'Next visit date', 'Contact email'],
      { schoolName: 'Name', visitedOn: 'Date' },
    ],
    [
      ['Establishment', 'Date visited (dd/mm/yy)', 'Visited by', 'Music Lead', 'Type of visit'],
      {
        ...{ schoolName: 'Establishment', visitedOn: 'Date visited (dd/mm/yy)' },
        ...{ visitor: 'Visited by', metWith: 'Music Lead', kind: 'Type of visit' },
      },
    ],
    [
      [
        'URN (if known)',
        'Name of school (as on the register)',
        'Date (dd/mm/yyyy)',
        'Notes [short]',
      ],
      {
        ...{ urn: 'URN (if known)', schoolName: 'Name of school (as on the register)' },
        ...{ visitedOn: 'Date (dd/mm/yyyy)', summary: 'Notes [short]' },
      },
    ],
    [
      ['School', 'When', 'Who went', 'Who we met', 'What we found'],
      {
        ...{ schoolName: 'School', visitedOn: 'When', visitor: 'Who went' },
        ...{ metWith: 'Who we met', summary: 'What we found' },
      },
    ],
    [
      ['Setting', 'Day of visit', 'Carried out by', 'Spoke to', 'Observations'],
      {
        ...{ schoolName: 'Setting', visitedOn: 'Day of visit', visitor: 'Carried out by' },
        ...{ metWith: 'Spoke to', summary: 'Observations' },
      },
    ],
  ])('%j', (header, expected) => expect(matched(header)).toEqual(expected));

  it('gives every column a field might be, likeliest first', () => {
    const { candidates } = guessColumns(['Date', 'Visit date', 'Name of school', 'School']);
    expect(candidates.visitedOn.map(({ title }) => title)).toEqual(['Visit date', 'Date']);
    expect(candidates.schoolName.map(({ index }) => index)).toEqual([2, 3]);
    expect(candidates.urn).toEqual([]);
  });
});

describe('mappingProblem', () => {
  it('is none with a day and a school', () => {
    expect(mappingProblem(guessColumns(['Visited', 'URN']).mapping)).toBeNull();
    expect(mappingProblem(guessColumns(['Visited', 'School']).mapping)).toBeNull();
  });

  it('names what is missing', () => {
    expect(mappingProblem(guessColumns(['School', 'Notes']).mapping)).toBe(
      'No column is matched to “Date of visit”, so there are no visits to read.',
    );
    expect(mappingProblem(guessColumns(['Date', 'Notes']).mapping)).toBe(
      'No column is matched to “School” or “URN”, so nobody can say which school was visited.',
    );
  });

  it('recognises a file of the register', () => {
    const header = ['URN', 'LinkURN', 'LinkType'];
    expect(mappingProblem(guessColumns(header).mapping, header)).toBe(
      'This looks like a file of the school register, not a list of visits.',
    );
  });
});
