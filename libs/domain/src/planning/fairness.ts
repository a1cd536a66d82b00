import type { PlanSchool } from './problem';

/** P6: groups of fewer schools, or with a smaller share, are not judged. */
export const LEAST_OF_GROUP = { schools: 10, share: 8 };
/** P6: no group gets less of its share. */
export const LEAST_SHARE = 0.75;

/** The groups that a school is judged with: its phase, and those with 30% and more free school meals. */
export function groupsOfSchool({
  phase,
  fsmPercent,
}: Pick<PlanSchool, 'phase' | 'fsmPercent'>): string[] {
  const kind = /Secondary|All-through|Middle deemed sec/.test(phase) ? 'Secondary' : phase;
  const groups = [`phase ${kind}`];
  if (fsmPercent !== null && fsmPercent >= 30) groups.push('fsm 30 and over');
  return groups;
}

export interface GroupShare {
  name: string;
  waiting: number;
  got: number;
  /** What it would have if the band's places went round evenly. */
  share: number;
}

/**
 * P6: what each group of a band has got, beside its share; only those that are judged.
 *
 * @param schools of the band at the margin that waited for a place
 * @param isPlaced by the place in `schools`
 */
export function groupShares(
  schools: readonly Pick<PlanSchool, 'phase' | 'fsmPercent'>[],
  placed: number,
  isPlaced: (at: number) => boolean,
): GroupShare[] {
  const counts = new Map<string, { waiting: number; got: number }>();
  schools.forEach((school, at) => {
    for (const name of groupsOfSchool(school)) {
      const count = counts.get(name) ?? { waiting: 0, got: 0 };
      count.waiting += 1;
      count.got += isPlaced(at) ? 1 : 0;
      counts.set(name, count);
    }
  });
  return [...counts]
    .map(([name, count]) => ({
      name,
      ...count,
      share: (count.waiting * placed) / Math.max(1, schools.length),
    }))
    .filter(
      ({ waiting, share }) => waiting >= LEAST_OF_GROUP.schools && share >= LEAST_OF_GROUP.share,
    )
    .sort((a, b) => a.got / a.share - b.got / b.share || (a.name < b.name ? -1 : 1));
}
