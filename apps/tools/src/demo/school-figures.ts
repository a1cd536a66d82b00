import type { PlannedSchool } from './planned-school';
import type { Random } from './random';

type Span = readonly [least: number, most: number];

/** Usual rolls; a primary school has one, two or three classes of 30 in each of seven years. */
const ROLLS: Record<Exclude<PlannedSchool['rollOf'], 'primary'>, Span> = {
  village: [38, 205],
  infant: [110, 268],
  junior: [170, 358],
  secondary: [560, 1640],
  nursery: [48, 118],
  special: [58, 214],
  pru: [14, 72],
  college: [1250, 3900],
};

export function rollOf({ rollOf: kind }: PlannedSchool, random: Random): number {
  if (kind !== 'primary') return random.int(...ROLLS[kind]);
  const forms = random.weighted([
    [1, 45],
    [2, 45],
    [3, 10],
  ] as const);
  return Math.round(forms * 210 * (0.84 + random.next() * 0.18));
}

/** Per cent of a roll, and how far it reaches up from there. */
const MEALS: Record<PlannedSchool['rollOf'], readonly [base: number, reach: number]> = {
  village: [2, 22],
  infant: [5, 38],
  junior: [5, 40],
  primary: [5, 42],
  secondary: [6, 32],
  nursery: [7, 30],
  special: [24, 26],
  pru: [34, 30],
  college: [8, 14],
};

/**
 * Per cent of pupils eligible for free school meals, one decimal: most schools below the county's
 * mean and a long tail above it, poorer districts higher.
 */
export function freeSchoolMealsOf(
  { rollOf: kind, district }: PlannedSchool,
  random: Random,
): number {
  const [base, reach] = MEALS[kind];
  const skewed = Math.pow(random.next(), 1.7);
  const percent = (base + reach * skewed) * (0.35 + 0.65 * district.need);
  return Math.round(Math.min(percent, 78) * 10) / 10;
}
