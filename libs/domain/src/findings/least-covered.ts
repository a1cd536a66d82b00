import { compareShares, percentOf, restOf, type Share, shareInWords } from './share-difference';

export interface NamedShare extends Share {
  label: string;
}

/**
 * Which groups of schools are clearly covered less in the cycle than all the others together, the
 * least covered first, in a sentence.
 * @param one what a group is: `phase`
 */
export function leastCoveredInWords(groups: readonly NamedShare[], one: string): string {
  const [only, second] = groups;
  if (!only) return `No ${one} is known.`;
  if (!second) return `${only.label}: ${shareInWords(only)} covered in this cycle.`;
  const [least, ...others] = groups
    .filter((group) => compareShares(group, restOf(groups, group), true) === 'lower')
    .sort((a, b) => percentOf(a) - percentOf(b));
  if (!least) return `No ${one} is clearly visited less than the rest.`;
  const rest = shareInWords(restOf(groups, least));
  const first = `${least.label} is visited less: ${shareInWords(least)} covered in this cycle against ${rest} of the rest.`;
  if (others.length === 0) return first;
  const names = new Intl.ListFormat('en-GB').format(others.slice(0, 3).map(({ label }) => label));
  if (others.length > 3) return `${first} So are ${others.length} others.`;
  return `${first} So ${others.length === 1 ? 'is' : 'are'} ${names}.`;
}
