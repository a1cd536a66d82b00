import type { SchoolStatus } from '../school-scope';
import { placeAgreement } from './place-agreement';
import { keysLike, type IndexEntry, type SchoolIndex } from './school-index';
import { schoolNameKey } from './school-name';
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
/** The likeliest of these schools: by likeness of name, then by place; open before closed. */
export function candidatesFor(entries: IndexEntry[], query: SchoolQuery): SchoolCandidate[] {
  const key = schoolNameKey(query.schoolName ?? '');
  const bonus = { agrees: 0.1, silent: 0, contradicts: -0.1 };
  const ranked = entries.map((entry) => {
    const likeness = query.schoolName ? nameSimilarity(key, entry.key) : 0;
    const rank = likeness + bonus[placeAgreement(query, entry)];
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
  return keysLike(key, index, 12)
    .flatMap((like) => index.byKey.get(like) ?? [])
    .filter((entry) => nameSimilarity(key, entry.key) >= LEAST_LIKENESS);
}
