/** A part of a whole target: a region. */
export interface TargetPart {
  id: string;
  /** Schools in scope not visited in three years or due. */
  weight: number;
  /** Schools in scope. */
  schools: number;
  /** Set by the head; it stays as it is. */
  byHand?: number | undefined;
}

/**
 * A target split over regions. What is set by hand stays; the rest of the whole, 0 at the least, goes
 * to the others in proportion to their schools to visit, or to their schools in scope where no
 * school is to be visited, or evenly where there is none at all. Whole numbers by largest remainder,
 * the earlier part first among equals, so that the others' sum is always exactly the rest.
 *
 * @returns by the part's id
 */
export function splitTarget(whole: number, parts: readonly TargetPart[]): Map<string, number> {
  const shares = new Map(parts.map(({ id, byHand }) => [id, byHand ?? 0]));
  const others = parts.filter(({ byHand }) => byHand === undefined);
  const set = parts.reduce((sum, { byHand }) => sum + (byHand ?? 0), 0);
  const rest = Math.max(0, whole - set);
  const weights = weightsOf(others);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (rest * weight) / all);
  const floors = exact.map(Math.floor);
  let left = rest - floors.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - (floors[at] as number) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const extra = new Set<number>();
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    extra.add(at);
    left -= 1;
  }
  others.forEach(({ id }, at) => shares.set(id, (floors[at] as number) + (extra.has(at) ? 1 : 0)));
  return shares;
}

function weightsOf(parts: readonly TargetPart[]): number[] {
  if (parts.some(({ weight }) => weight > 0)) return parts.map(({ weight }) => weight);
  if (parts.some(({ schools }) => schools > 0)) return parts.map(({ schools }) => schools);
  return parts.map(() => 1);
}

/** The most visits or surveys that can be aimed at in a year. */
export const MOST_TARGET = 100_000;

/** Whether a number can be a target: whole, 0 included. */
export const isTarget = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_TARGET;
