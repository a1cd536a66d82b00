import { capital } from './capital';
import { FACTORS, type FactorKey, type QueueFacts } from './score-factors';

interface Facts extends QueueFacts {
  factors: readonly { key: FactorKey; points: number; detail: string }[];
}

const SHORT = new Map(Object.values(FACTORS).map(({ key, short }) => [key as FactorKey, short]));

/** The reasons of a place in the queue in one line, the weightiest first: `Never visited · 31% …`. */
export function whyInShort(entry: Facts): string {
  const reasons = entry.factors
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .flatMap(({ key, detail }) => SHORT.get(key)?.(entry, detail) ?? []);
  if (reasons.length === 0) return 'Visited lately, and nothing else calls for a visit';
  const line = reasons.join(' · ');
  return capital(line);
}
