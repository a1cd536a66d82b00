/** Answers of fewer schools than this are never broken down: they could be recognised. */
export const SMALLEST_GROUP = 5;

/** Schools with one value of a filter: a region, a phase, a band. */
export interface CountedGroup {
  /** Null for schools of which the value is not known; nobody can filter by that. */
  value: string | null;
  schools: number;
}

/**
 * The values of one filter whose figures are not shown. Those of fewer than five schools are not;
 * and where all that is not shown is fewer than five schools together, what remains when the others
 * are taken from the whole would be their answers, so that the smallest of the others is not shown
 * either. Among equals the first by name is left out, so that asking again shows nothing new.
 */
export function hiddenGroups(groups: readonly CountedGroup[]): Set<string | null> {
  const isHidden = ({ value, schools }: CountedGroup) => value === null || schools < SMALLEST_GROUP;
  const hidden = groups.filter(isHidden);
  const left = hidden.reduce((sum, { schools }) => sum + schools, 0);
  const values = new Set(hidden.map(({ value }) => value));
  if (left === 0 || left >= SMALLEST_GROUP) return values;
  const [smallest] = groups
    .filter((group) => !isHidden(group))
    .sort((a, b) => a.schools - b.schools || (String(a.value) < String(b.value) ? -1 : 1));
  if (smallest) values.add(smallest.value);
  return values;
}

/** A filter that narrows a group, with all groups that the filter could have been set to instead. */
export interface NarrowingFilter {
  value: string;
  groups: readonly CountedGroup[];
}

/**
 * Whether the answers of a group of schools may be broken down.
 *
 * @param schools in the group
 * @param filters those that are set, each with its groups while the other filters stay as they are
 */
export const mayBreakDown = (schools: number, filters: readonly NarrowingFilter[]): boolean =>
  schools >= SMALLEST_GROUP &&
  filters.every(({ value, groups }) => !hiddenGroups(groups).has(value));
