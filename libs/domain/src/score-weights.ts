import { FACTOR_NAMES, FACTORS, type FactorName, type WeightPart } from './score-factors';
import { oneDecimal } from './one-decimal';

/** A hub's own numbers for one factor: its points, or several numbers by name. */
export type WeightOf<Name extends FactorName> = (typeof FACTORS)[Name] extends {
  parts: infer Parts;
}
  ? Record<keyof Parts, number>
  : number;

/**
 * How many points each factor of the score can give, and where it gives them (rule 11). The most a
 * school can have is the sum of them all, 100 by default.
 */
export type ScoreWeights = { [Name in FactorName]: WeightOf<Name> };

/** One number of the weights, where it stands and what it is. */
export interface WeightField {
  factor: FactorName;
  /** Its name within the factor; null where the factor is the number. */
  name: string | null;
  part: WeightPart;
}

/** Every number of the weights, in the order of the factors. */
export const WEIGHT_FIELDS: readonly WeightField[] = FACTOR_NAMES.flatMap(
  (factor): WeightField[] => {
    const rule = FACTORS[factor];
    if ('part' in rule) return [{ factor, name: null, part: rule.part }];
    return Object.entries(rule.parts).map(([name, part]) => ({ factor, name, part }));
  },
);

/** Weights of which each number is what a function gives for it. */
export function weightsFrom(valueOf: (field: WeightField) => number): ScoreWeights {
  const weights: Record<string, number | Record<string, number>> = {};
  for (const field of WEIGHT_FIELDS) {
    const { factor, name } = field;
    if (name === null) weights[factor] = valueOf(field);
    else weights[factor] = { ...(weights[factor] as object), [name]: valueOf(field) };
  }
  return weights as ScoreWeights;
}

/** One number of a hub's weights. */
export function numberAt(weights: ScoreWeights, { factor, name }: WeightField): number {
  const weight: number | Record<string, number> = weights[factor];
  return typeof weight === 'number' ? weight : (weight[name ?? 'most'] ?? NaN);
}

export const DEFAULT_WEIGHTS: ScoreWeights = weightsFrom(({ part }) => part.standard);

const addsUp = ({ name }: WeightField) => name === null || name === 'most';

/**
 * The weights a hub saved, in full. A factor that came later gives no points until the hub gives it
 * some: the others keep what was chosen for them, and the sum stays 100. Its further numbers have
 * their defaults.
 */
export function completedWeights(saved: unknown): ScoreWeights {
  const factors = (saved ?? {}) as Record<string, unknown>;
  return weightsFrom((field) => {
    const { factor, name, part } = field;
    const weight = factors[factor];
    const number = name === null ? weight : (weight as Record<string, unknown> | undefined)?.[name];
    if (typeof number === 'number') return number;
    return addsUp(field) ? 0 : part.standard;
  });
}

/** The factors that came after a hub saved its weights: none of their points are in them. */
export function newFactors(saved: unknown): FactorName[] {
  const factors = (saved ?? {}) as Record<string, unknown>;
  return FACTOR_NAMES.filter((name) => factors[name] === undefined);
}

/** The most a school can have. */
export function sumOfPoints(weights: ScoreWeights): number {
  return WEIGHT_FIELDS.filter(addsUp).reduce((total, field) => total + numberAt(weights, field), 0);
}

/** What is wrong with a hub's own weights, in a sentence; null when they can be used. */
export function checkScoreWeights(weights: ScoreWeights): string | null {
  const points = WEIGHT_FIELDS.filter(({ part }) => part.unit === 'points');
  if (!points.every((field) => numberAt(weights, field) >= 0 && numberAt(weights, field) <= 100)) {
    return 'Points must be numbers from 0 to 100.';
  }
  for (const name of FACTOR_NAMES) {
    const rule = FACTORS[name];
    const fault = 'fault' in rule && (rule.fault as (weight: unknown) => string | null);
    const sentence = fault && fault(weights[name]);
    if (sentence) return sentence;
  }
  const sum = sumOfPoints(weights);
  if (Math.abs(sum - 100) > 1e-6) return `The points must add up to 100, not ${oneDecimal(sum)}.`;
  return null;
}
