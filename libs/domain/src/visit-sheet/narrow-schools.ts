import type { Day } from '../day';
import { placeAgreement } from './place-agreement';
import type { IndexEntry } from './school-index';
import { namesPhase, plainName } from './school-name';
import type { SchoolQuery } from './school-query';

export interface MatchOptions {
  /** Whether one of two schools followed the other. Without it no two schools have. */
  sameLineage?: (aId: string, bId: string) => boolean;
  /** Schools that the hub means by a name: `rememberedKey` of the name -> id. */
  knownNames?: ReadonlyMap<string, string>;
  /** The schools that followed one. Without it none did. */
  followers?: (id: string) => readonly string[];
}

/** Whether the school stood on that day. */
export function wasOpen({ school }: IndexEntry, day: Day): boolean {
  if (school.status === 'proposed' || (school.openedOn && day < school.openedOn)) return false;
  return !(school.closedOn && day > school.closedOn);
}

/** The only school not closed, or when all are, the one that closed last; null when two tie. */
function lastStanding(pool: readonly IndexEntry[]): IndexEntry | null {
  const standing = pool.filter(({ school }) => school.status !== 'closed');
  if (standing.length > 0) return standing.length === 1 ? standing[0]! : null;
  const days = pool.map(({ school }) => school.closedOn ?? '').sort();
  const latest = pool.filter(({ school }) => (school.closedOn ?? '') === days.at(-1));
  return latest.length === 1 ? latest[0]! : null;
}

/**
 * Narrows schools that a name may mean by place, day, exact name and lineage. Several may be left,
 * or none when the row's place contradicts them all.
 */
export function narrowSchools(
  found: readonly IndexEntry[],
  query: SchoolQuery,
  { sameLineage }: MatchOptions,
): IndexEntry[] {
  const places = found.map((entry) => ({ entry, place: placeAgreement(query, entry) }));
  const possible = places.filter(({ place }) => place !== 'contradicts');
  const agreeing = possible.filter(({ place }) => place === 'agrees');
  let pool = (agreeing.length > 0 ? agreeing : possible).map(({ entry }) => entry);
  const keepIfAny = (test: (entry: IndexEntry) => boolean) => {
    const kept = pool.filter(test);
    if (kept.length > 0) pool = kept;
  };
  const { visitedOn, schoolName = '' } = query;
  if (visitedOn) keepIfAny((entry) => wasOpen(entry, visitedOn));
  // "St Mary's School" may be short for any of them, even if one is called just that, unless the
  // row says what sort of school it is or where.
  if (pool.length > 1 && (agreeing.length > 0 || namesPhase(schoolName))) {
    const plain = plainName(schoolName);
    keepIfAny((entry) => entry.plain === plain);
  }
  const last = pool.length > 1 ? lastStanding(pool) : null;
  const oneLineage = pool.every(
    (entry) => entry === last || (last && sameLineage?.(entry.school.id, last.school.id)),
  );
  return last && oneLineage ? [last] : pool;
}
