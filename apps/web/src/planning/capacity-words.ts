import { formatDay, plural } from '@tracker/domain';
import type { VisitorLoads } from '@tracker/contract';

/** The term as it stands in a sentence: `the Autumn term`, `2024-25`. */
export function termInWords({ term }: Pick<VisitorLoads, 'term'>): string {
  return term.assumed ? term.name : `the ${term.name}`;
}

/** `Nia Reed: 3 visits in the week of Mon 2 Dec 2024, 21 in the Autumn term.`; null when not known. */
export function capacityInWords(loads: VisitorLoads | undefined, visitorId: string): string | null {
  const visitor = loads?.visitors.find(({ id }) => id === visitorId);
  if (!loads || !visitor) return null;
  const week = `${plural(visitor.weekVisits, 'visit')} in the week of ${formatDay(loads.week.from)}`;
  return `${visitor.name}: ${week}, ${visitor.termVisits} in ${termInWords(loads)}.`;
}
