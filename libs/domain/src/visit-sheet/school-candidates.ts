import type { SchoolStatus } from '../school-scope';
import { placeAgreement } from './place-agreement';
import { keysLike, type IndexEntry, type SchoolIndex } from './school-index';
import { schoolNameKey, townKey } from './school-name';
import { phaseAgreement, phasesNamed, withoutPhase } from './school-phase';
import type { SchoolQuery } from './school-query';
import { nameSimilarity } from './similarity';

/** A school that a row may mean, for a person to choose from. */
export interface SchoolCandidate {
  schoolId: string;
  urn: number;
  name: string;
  town: string | null;
  postcode: string | null;
  status: SchoolStatus;
  /** Likeness of the names, 0 to 1, to two decimals. */
  similarity: number;
}

/** How many candidates a person is shown. */
export const MOST_CANDIDATES = 3;
const LEAST_LIKENESS = 0.45;
/** Names of a parish are many: where the sort of school is told, more of them are compared. */
const COMPARED = { told: 60, untold: 12 };
const BY_PLACE = { agrees: 0.1, silent: 0, contradicts: -0.1 };
const BY_PHASE = { agrees: 0.2, silent: 0, contradicts: -0.4 };
const AROUND = 0.1;

/** Whether a school is where other columns say, in whole words. */
const isAround = ({ places }: IndexEntry, around: readonly string[]): boolean =>
  around.some((said) => [...places].some((place) => ` ${townKey(said)} `.includes(` ${place} `)));

/** Likeness of two names; where one says what sort of school it is, of the rest of them above all. */
function likenessFor(key: string, entry: IndexEntry, phaseTold: boolean): number {
  const likeness = nameSimilarity(key, entry.key);
  if (!phaseTold) return likeness;
  return 0.9 * nameSimilarity(withoutPhase(key), withoutPhase(entry.key)) + 0.1 * likeness;
}

/**
 * The likeliest of these schools: by likeness of name, then by place; open before closed. Where the
 * name says what sort of school it is, those of another sort come after.
 */
export function candidatesFor(entries: IndexEntry[], query: SchoolQuery): SchoolCandidate[] {
  const { schoolName = '', around = [] } = query;
  const key = schoolNameKey(schoolName);
  const phaseTold = phasesNamed(schoolName).length > 0;
  const ranked = entries.map((entry) => {
    const likeness = schoolName ? nameSimilarity(key, entry.key) : 0;
    const rank =
      (schoolName ? likenessFor(key, entry, phaseTold) : 0) +
      BY_PLACE[placeAgreement(query, entry)] +
      BY_PHASE[phaseAgreement(schoolName, entry.school)] +
      (isAround(entry, around) ? AROUND : 0);
    return { entry, likeness, rank: entry.school.status === 'closed' ? rank - 0.01 : rank };
  });
  return ranked
    .sort((a, b) => b.rank - a.rank || a.entry.school.urn - b.entry.school.urn)
    .slice(0, MOST_CANDIDATES)
    .map(({ entry, likeness }) => {
      const { id, urn, name, town, postcode, status } = entry.school;
      const similarity = Math.round(likeness * 100) / 100;
      return { schoolId: id, urn, name, town, postcode, status, similarity };
    });
}

/** Schools with a name somewhat like the one written. */
export function alike(query: SchoolQuery, index: SchoolIndex): IndexEntry[] {
  if (!query.schoolName) return [];
  const key = schoolNameKey(query.schoolName);
  const phaseTold = phasesNamed(query.schoolName).length > 0;
  return keysLike(key, index, phaseTold ? COMPARED.told : COMPARED.untold)
    .flatMap((like) => index.byKey.get(like) ?? [])
    .filter((entry) => likenessFor(key, entry, phaseTold) >= LEAST_LIKENESS);
}
