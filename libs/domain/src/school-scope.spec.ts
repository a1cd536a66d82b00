import {
  isAlternativeOrSpecial,
  isInScope,
  isKnownEstablishmentType,
  isStateFunded,
  SCHOOL_STATUSES,
} from './school-scope';

// The types in the state-funded schools file of Hertfordshire, 17 July 2025, with their numbers.
const HERTFORDSHIRE: [type: string, schools: number][] = [
  ['Community school', 199],
  ['Academy converter', 133],
  ['Voluntary aided school', 61],
  ['Voluntary controlled school', 30],
  ['Academy sponsor led', 29],
  ['Community special school', 18],
  ['Foundation school', 15],
  ['Free schools', 15],
  ['Local authority nursery school', 14],
  ['Pupil referral unit', 5],
  ['Academy special converter', 5],
  ['Academy alternative provision converter', 2],
  ['Foundation special school', 1],
  ['University technical college', 1],
  ['Academy alternative provision sponsor led', 1],
  ['Academy special sponsor led', 1],
  ['Free schools special', 1],
];

describe('in scope', () => {
  it.each(
    SCHOOL_STATUSES.map((status) => [status, status === 'open' || status === 'closing'] as const),
  )('is a state-funded school that is %s: %s', (status, inScope) => {
    expect(isInScope({ status, stateFunded: true })).toBe(inScope);
    expect(isInScope({ status, stateFunded: false })).toBe(false);
  });
});

describe('state-funded', () => {
  it('are all 531 schools of the published file', () => {
    const counted = HERTFORDSHIRE.filter(([type]) => isStateFunded(type));
    expect(counted.reduce((sum, [, schools]) => sum + schools, 0)).toBe(531);
  });

  it.each([
    'City technology college',
    'Non-maintained special school',
    'Further education',
    'Sixth form centres',
    'Special post 16 institution',
    'Studio schools',
    'Free schools 16 to 19',
    'Free schools alternative provision',
    'Academy 16-19 converter',
    'Academy 16 to 19 sponsor led',
    'Academy secure 16 to 19',
    '  academy  CONVERTER ',
  ])('is %s', (type) => expect(isStateFunded(type)).toBe(true));

  it.each([
    'Other independent school',
    'Other independent special school',
    'British schools overseas',
    'Online provider',
    'Higher education institutions',
    'Miscellaneous',
    'Offshore schools',
    'Welsh establishment',
    'Secure units',
    "Service children's education",
    'Service children’s education',
    'Institution funded by other government department',
  ])('is not %s, and that is known', (type) => {
    expect(isStateFunded(type)).toBe(false);
    expect(isKnownEstablishmentType(type)).toBe(true);
  });

  it.each(['', 'School of the future', 'Academy'])('is not the unknown type %p', (type) => {
    expect(isStateFunded(type)).toBe(false);
    expect(isKnownEstablishmentType(type)).toBe(false);
  });
});

describe('special, referral unit or alternative provision', () => {
  it('are 34 of the published 531', () => {
    const counted = HERTFORDSHIRE.filter(([type]) => isAlternativeOrSpecial(type));
    expect(counted.reduce((sum, [, schools]) => sum + schools, 0)).toBe(34);
  });

  it.each([
    ['Non-maintained special school', true],
    ['Special post 16 institution', true],
    ['Free schools alternative provision', true],
    ['Other independent special school', true],
    ['Other independent school', false],
    ['Further education', false],
    ['Studio schools', false],
  ])('%s: %s', (type, expected) => expect(isAlternativeOrSpecial(type)).toBe(expected));
});
