import { formatDay, plural } from '@tracker/domain';
import type { VisitorLoads } from '@tracker/contract';

/** The term as it stands in a sentence: `the Autumn term`, `2024-25`. */
export function termInWords({ term }: Pick<VisitorLoads, 'term'>): string {
  return term.assumed ? term.name : `the ${term.name}`;
}

/**
 * `Nia Reed: 5 visits in the week of Mon 2 Dec 2024 (2 of them in this form), 21 in the Autumn term.`;
 * null when not known.
 *
 * @param planned days of visits that are not on record yet
 */
export function capacityInWords(
  loads: VisitorLoads | undefined,
  visitorId: string,
  planned: readonly string[] = [],
): string | null {
  const visitor = loads?.visitors.find(({ id }) => id === visitorId);
  if (!loads || !visitor) return null;
  const within = ({ from, to }: { from: string; to: string }) =>
    planned.filter((day) => day >= from && day <= to).length;
  const [inWeek, inTerm] = [within(loads.week), within(loads.term)];
  const week = `${plural(visitor.weekVisits + inWeek, 'visit')} in the week of ${formatDay(loads.week.from)}`;
  const ofForm = inWeek > 0 ? ` (${inWeek} of them in this form)` : '';
  return `${visitor.name}: ${week}${ofForm}, ${visitor.termVisits + inTerm} in ${termInWords(loads)}.`;
}
