import { forgiveSlips } from './forgive-slips';
import { narrowSchools, wasOpen, type MatchOptions } from './narrow-schools';
import { placeAgreement } from './place-agreement';
import { alike, candidatesFor, MOST_CANDIDATES, type SchoolCandidate } from './school-candidates';
import type { IndexEntry, SchoolIndex } from './school-index';
import { phaseAgreement, rememberedKey } from './school-phase';
import { schoolNameKey, townKey } from './school-name';
import type { SchoolQuery } from './school-query';
import { nameSimilarity } from './similarity';

/** One school, or several it might be, or none; candidates are at most three, best first. */
export type SchoolMatch =
  | { schoolId: string; foundBy: 'exact' | 'near' | 'remembered' }
  | { ambiguous: SchoolCandidate[] }
  | { unknown: SchoolCandidate[] };

/** A URN and a name less alike than this are taken to mean two different schools; */
const CONTRADICTION = 0.35;
/** or less than this, when another school is called just that and the place is not the URN's. */
const OTHER_MEANT = 0.6;

function matchUrn(
  query: SchoolQuery,
  urn: number,
  index: SchoolIndex,
  options: MatchOptions,
): SchoolMatch {
  const entry = index.byUrn.get(urn);
  if (!entry) return { unknown: candidatesFor(alike(query, index), query) };
  if (query.schoolName) {
    const key = schoolNameKey(query.schoolName);
    const likeness = nameSimilarity(key, entry.key);
    const named = (index.byKey.get(key) ?? []).filter(
      (other) => !options.sameLineage?.(other.school.id, entry.school.id),
    );
    const elsewhere = named.length > 0 && placeAgreement(query, entry) !== 'agrees';
    const otherMeant = elsewhere && likeness < OTHER_MEANT;
    if (likeness < CONTRADICTION || otherMeant) {
      const others = alike(query, index).filter((other) => other !== entry);
      const best = candidatesFor(others, query).slice(0, MOST_CANDIDATES - 1);
      return { ambiguous: [...candidatesFor([entry], query), ...best] };
    }
  }
  return { schoolId: entry.school.id, foundBy: 'exact' };
}

/** The school a name was remembered for, or the one that followed it and stood on the day. */
function stoodThen(
  known: IndexEntry,
  { visitedOn }: SchoolQuery,
  index: SchoolIndex,
  { followers }: MatchOptions,
): IndexEntry {
  if (!visitedOn || wasOpen(known, visitedOn)) return known;
  const standing = (followers?.(known.school.id) ?? [])
    .map((id) => index.byId.get(id))
    .filter((entry) => entry !== undefined && wasOpen(entry, visitedOn));
  return standing.length === 1 ? standing[0]! : known;
}

/** What is remembered for "Larch" holds for "Larch Primary" too, unless that school is of another sort. */
function knownAs(name: string, index: SchoolIndex, { knownNames }: MatchOptions) {
  const entryOf = (key: string) => index.byId.get(knownNames?.get(key) ?? '');
  const bare = entryOf(schoolNameKey(name));
  const ofSort = bare && phaseAgreement(name, bare.school) !== 'contradicts' ? bare : undefined;
  return entryOf(rememberedKey(name)) ?? ofSort;
}

const NAME_AND_PLACE = /^(.{3,}?)(?:, | - | ?[([])([^,()[\]]{3,40})[)\]]?$/;

/** "Larch Primary, Ware" and "Larch Primary (Ware)" as a name and its place, where the row has none. */
function nameAndPlace(query: SchoolQuery): (SchoolQuery & { town: string }) | null {
  if (query.town) return null;
  const [, schoolName, town] = NAME_AND_PLACE.exec(query.schoolName ?? '') ?? [];
  if (schoolName === undefined || town === undefined) return null;
  return { ...query, schoolName, town };
}

const LONGEST_PLACE = 3;

/** "Larch CE Bishops Stortford", where some school is in Bishop's Stortford. */
function placeAtEnd(query: SchoolQuery, index: SchoolIndex): SchoolQuery | null {
  if (query.town) return null;
  const words = (query.schoolName ?? '').split(' ');
  for (let count = Math.min(LONGEST_PLACE, words.length - 1); count > 0; count -= 1) {
    const town = words.slice(-count).join(' ');
    if (index.places.has(townKey(town))) {
      return { ...query, schoolName: words.slice(0, -count).join(' '), town };
    }
  }
  return null;
}

/** The likeliest schools; those in the place that the name ends with before others that are called so. */
function candidatesNear(
  query: SchoolQuery,
  index: SchoolIndex,
  exact: readonly IndexEntry[],
): SchoolCandidate[] {
  const placed = nameAndPlace(query) ?? placeAtEnd(query, index);
  const inPlace = placed
    ? alike(placed, index).filter((entry) => placeAgreement(placed, entry) === 'agrees')
    : [];
  const there = placed ? candidatesFor(inPlace, placed) : [];
  const others = [...exact, ...alike(query, index)].filter((entry) => !inPlace.includes(entry));
  const called = candidatesFor([...new Set(others)], query);
  return [...there, ...called].slice(0, MOST_CANDIDATES);
}

/** A name without its place is one in many: only a school in that place is it. */
function agrees(query: SchoolQuery | null, schoolId: string, index: SchoolIndex): boolean {
  const entry = index.byId.get(schoolId);
  return query !== null && entry !== undefined && placeAgreement(query, entry) === 'agrees';
}

/**
 * Finds the school a row of somebody's sheet means, and never guesses.
 *
 * A name that somebody has said the hub uses for a school is that school's, unless the row's place
 * contradicts it.
 *
 * A URN on record decides, unless the name beside it clearly means another school. Otherwise the
 * names with the same `schoolNameKey` count: one whose place does not contradict the row's is the
 * match. Of several, the town or postcode, the day of the visit, the full name and the lineage may
 * leave one (a visit before a conversion is the predecessor's, one after it the successor's); if
 * they do not, the row is ambiguous. A slip of the pen is forgiven as `forgiveSlips` says. All else is
 * unknown, with the likeliest schools for a person to choose from.
 */
export function matchSchool(
  query: SchoolQuery,
  index: SchoolIndex,
  options: MatchOptions = {},
): SchoolMatch {
  if (query.urn !== undefined) return matchUrn(query, query.urn, index, options);
  const key = schoolNameKey(query.schoolName ?? '');
  const known = knownAs(query.schoolName ?? '', index, options);
  if (known && placeAgreement(query, known) !== 'contradicts') {
    return { schoolId: stoodThen(known, query, index, options).school.id, foundBy: 'remembered' };
  }
  const exact = index.byKey.get(key) ?? [];
  const found = narrowSchools(
    exact.length > 0 ? exact : forgiveSlips(query, index),
    query,
    options,
  );
  // A name that says "JMI" is not taken for a secondary school, whoever else is called so.
  const [only] = found;
  const otherSort =
    only !== undefined && phaseAgreement(query.schoolName ?? '', only.school) === 'contradicts';
  if (found.length === 1 && !otherSort) {
    const foundBy = exact.length > 0 ? 'exact' : 'near';
    return { schoolId: found[0]!.school.id, foundBy };
  }
  if (found.length > 1) return { ambiguous: candidatesFor(found, query) };
  const placed = exact.length === 0 ? nameAndPlace(query) : null;
  const inPlace = placed ? matchSchool(placed, index, options) : null;
  if (inPlace && 'schoolId' in inPlace && agrees(placed, inPlace.schoolId, index)) return inPlace;
  return { unknown: candidatesNear(query, index, exact) };
}
