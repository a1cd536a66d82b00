import {
  compareShares,
  FEWEST_COMPARED,
  shareInWords,
  type Share,
  type ShareVerdict,
} from './share-difference';

/** The lowest percentage of each band of pupils eligible for free school meals. */
const BAND_FROM: Readonly<Record<string, number>> = {
  'under-10': 0,
  '10-20': 10,
  '20-30': 20,
  '30-40': 30,
  '40-and-over': 40,
};

/** Schools of one band, and how many of them are covered in the cycle. */
export interface BandShare extends Share {
  /** As the filter calls it; any other stands for schools of which it is not known. */
  key: string | null;
}

export interface MealsFinding {
  /** From this percentage on schools are taken as those with high figures. */
  fromPercent: number;
  high: Share;
  rest: Share;
  verdict: ShareVerdict;
}

/** Less than this is not high, however few schools have more. */
const LOWEST_HIGH = 30;

/**
 * Whether schools with high free-school-meal figures are visited less: those of 40% and more against
 * the rest, or of 30% and more where fewer than ten have 40%. Schools whose figure is not known are
 * on neither side.
 */
export function mealsFinding(bands: readonly BandShare[]): MealsFinding {
  const known = bands.flatMap(({ key, part, of }) => {
    const from = key === null ? undefined : BAND_FROM[key];
    return from === undefined ? [] : [{ from, part, of }];
  });
  const together = (wanted: (from: number) => boolean): Share =>
    known
      .filter(({ from }) => wanted(from))
      .reduce((sum, { part, of }) => ({ part: sum.part + part, of: sum.of + of }), {
        part: 0,
        of: 0,
      });
  const enough = together((from) => from >= 40).of >= FEWEST_COMPARED;
  const fromPercent = enough ? 40 : LOWEST_HIGH;
  const high = together((from) => from >= fromPercent);
  const rest = together((from) => from < fromPercent);
  return { fromPercent, high, rest, verdict: compareShares(high, rest) };
}

/** The finding as a sentence that says it without a figure having to be read twice. */
export function mealsInWords({ fromPercent, high, rest, verdict }: MealsFinding): string {
  if (high.of + rest.of === 0) {
    return 'The pupils eligible for free school meals are not known for any school.';
  }
  if (verdict === 'too_few') {
    return `Too few schools to compare: ${high.of} with ${fromPercent}% or more pupils eligible for free school meals, ${rest.of} with fewer.`;
  }
  if (verdict === 'alike') {
    return `No clear difference: of schools with ${fromPercent}% or more pupils eligible for free school meals ${shareInWords(high)} are covered in this cycle, of the rest ${shareInWords(rest)}.`;
  }
  const how = verdict === 'lower' ? 'less' : 'more';
  return `Schools with ${fromPercent}% or more pupils eligible for free school meals are visited ${how}: ${shareInWords(high)} covered in this cycle against ${shareInWords(rest)} of the rest.`;
}
