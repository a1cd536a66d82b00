import fc from 'fast-check';
import {
  compareShares,
  leastCoveredInWords,
  mealsFinding,
  mealsInWords,
  restOf,
  type Share,
} from '.';

const share = (part: number, of: number): Share => ({ part, of });

describe('whether two shares differ clearly', () => {
  it.each([
    // Ten schools at least on either side.
    [share(0, 9), share(100, 100), 'too_few'],
    [share(0, 10), share(9, 9), 'too_few'],
    [share(0, 0), share(0, 0), 'too_few'],
    [share(0, 10), share(10, 10), 'lower'],
    [share(10, 10), share(0, 10), 'higher'],
    // Five percentage points at least, however many schools there are.
    [share(5_100, 10_000), share(5_500, 10_000), 'alike'],
    [share(5_000, 10_000), share(5_500, 10_000), 'lower'],
    // And more than chance: 40% of 60 against 53% of 480 is; 43% of 40 may not be.
    [share(24, 60), share(254, 480), 'lower'],
    [share(17, 40), share(254, 480), 'alike'],
    // All or none alike.
    [share(20, 20), share(40, 40), 'alike'],
    [share(0, 20), share(0, 40), 'alike'],
  ] as const)('%j against %j: %s', (group, rest, verdict) =>
    expect(compareShares(group, rest)).toBe(verdict),
  );

  it('asks for more where many groups are looked at', () => {
    expect(compareShares(share(24, 60), share(254, 480), true)).toBe('alike');
    expect(compareShares(share(15, 60), share(254, 480), true)).toBe('lower');
  });

  const shares = fc.nat(300).chain((of) => fc.nat(of).map((part) => share(part, of)));
  const turned = { too_few: 'too_few', alike: 'alike', lower: 'higher', higher: 'lower' } as const;

  it('says the opposite the other way round', () => {
    fc.assert(
      fc.property(shares, shares, fc.boolean(), (a, b, several) => {
        expect(compareShares(b, a, several)).toBe(turned[compareShares(a, b, several)]);
      }),
    );
  });

  it('takes the rest together', () => {
    const groups = [share(1, 2), share(3, 4), share(5, 6)] as const;
    expect(restOf(groups, groups[1])).toEqual(share(6, 8));
  });
});

describe('whether schools with high free-school-meal figures are visited less', () => {
  const band = (key: string | null, part: number, of: number) => ({ key, part, of });
  const rest = [band('under-10', 60, 100), band('10-20', 50, 100), band('20-30', 49, 100)];

  it.each([
    [
      'less',
      [...rest, band('30-40', 53, 100), band('40-and-over', 41, 100), band('not-known', 0, 90)],
      'Schools with 40% or more pupils eligible for free school meals are visited less: 41% covered in this cycle against 53% of the rest.',
    ],
    [
      'more',
      [...rest, band('40-and-over', 80, 100)],
      'Schools with 40% or more pupils eligible for free school meals are visited more: 80% covered in this cycle against 53% of the rest.',
    ],
    [
      'no clear difference',
      [...rest, band('40-and-over', 52, 100), band(null, 0, 40)],
      'No clear difference: of schools with 40% or more pupils eligible for free school meals 52% are covered in this cycle, of the rest 53%.',
    ],
    [
      'few above 40%',
      [...rest, band('30-40', 8, 20), band('40-and-over', 2, 9)],
      'Schools with 30% or more pupils eligible for free school meals are visited less: 34% covered in this cycle against 53% of the rest.',
    ],
    [
      'few above 30% either',
      [...rest, band('30-40', 0, 5), band('40-and-over', 2, 4)],
      'Too few schools to compare: 9 with 30% or more pupils eligible for free school meals, 300 with fewer.',
    ],
    [
      'nothing known',
      [band(null, 4, 40)],
      'The pupils eligible for free school meals are not known for any school.',
    ],
  ])('%s', (_, bands, words) => expect(mealsInWords(mealsFinding(bands))).toBe(words));
});

it.each([
  [[], 'No phase is known.'],
  [[{ label: 'Primary', part: 5, of: 60 }], 'Primary: 8% covered in this cycle.'],
  [
    [
      { label: 'Primary', part: 200, of: 400 },
      { label: 'Secondary', part: 15, of: 80 },
      { label: 'Nursery', part: 5, of: 40 },
      { label: 'Special', part: 0, of: 9 },
    ],
    'Nursery is visited less: 13% covered in this cycle against 44% of the rest. So is Secondary.',
  ],
  [
    [
      { label: 'Primary', part: 200, of: 400 },
      { label: 'Secondary', part: 38, of: 80 },
    ],
    'No phase is clearly visited less than the rest.',
  ],
])('%j: %s', (groups, words) => expect(leastCoveredInWords(groups, 'phase')).toBe(words));
