/** Some of the schools of a group: 41 of 120 covered. */
export interface Share {
  part: number;
  of: number;
}

export type ShareVerdict = 'too_few' | 'alike' | 'lower' | 'higher';

/** Fewer schools on either side say nothing: one visit more or less would turn the answer. */
export const FEWEST_COMPARED = 10;
/** Smaller differences matter to nobody, however sure they are. */
const FEWEST_POINTS = 5;
/** Standard deviations that chance passes once in ten comparisons, either way. */
const ONE_IN_TEN = 1.6449;
/** Once in a hundred: among many groups some differ by chance alone. */
const ONE_IN_A_HUNDRED = 2.5758;

export const percentOf = ({ part, of }: Share): number => (of === 0 ? 0 : (100 * part) / of);

/** `41%` */
export const shareInWords = (share: Share): string => `${Math.round(percentOf(share))}%`;

/**
 * Whether one group's share differs clearly from the other's. It does when both have ten schools at
 * least, the shares lie five percentage points apart, and so great a difference would come about by
 * chance less than once in ten times (two proportions, pooled); less than once in a hundred where the
 * group is one of several looked at.
 */
export function compareShares(group: Share, rest: Share, oneOfSeveral = false): ShareVerdict {
  if (group.of < FEWEST_COMPARED || rest.of < FEWEST_COMPARED) return 'too_few';
  const difference = percentOf(group) - percentOf(rest);
  const pooled = (group.part + rest.part) / (group.of + rest.of);
  const spread = 100 * Math.sqrt(pooled * (1 - pooled) * (1 / group.of + 1 / rest.of));
  const sure = oneOfSeveral ? ONE_IN_A_HUNDRED : ONE_IN_TEN;
  // Rounded, or 0.55 - 0.5 would not be five points.
  if (Number(Math.abs(difference).toFixed(9)) < FEWEST_POINTS) return 'alike';
  if (Math.abs(difference) <= sure * spread) return 'alike';
  return difference < 0 ? 'lower' : 'higher';
}

/** The shares of all but one, taken together. */
export function restOf(shares: readonly Share[], left: Share): Share {
  return shares
    .filter((share) => share !== left)
    .reduce((sum, { part, of }) => ({ part: sum.part + part, of: sum.of + of }), {
      part: 0,
      of: 0,
    });
}
