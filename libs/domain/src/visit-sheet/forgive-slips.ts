import { placeAgreement } from './place-agreement';
import { keysLike, type IndexEntry, type SchoolIndex } from './school-index';
import { schoolNameKey } from './school-name';
import type { SchoolQuery } from './school-query';
import { editDistance } from './similarity';

/** Letters that may be wrong in a key of so many letters or more. */
const ALLOWED = [
  { from: 14, slips: 2 },
  { from: 6, slips: 1 },
];
/** A word with a slip in it has so many letters or more, and no digits. */
const LONG_ENOUGH = /^[a-z]{5,}$/;

/**
 * Schools whose key is a slip of the pen away: one letter in a key of six or more, two in one of
 * fourteen or more. Only where the row's place agrees, only when one such key is near, and only if
 * the words written differently occur in no school's name: "Infant" for "Junior" is no slip, nor is
 * any other word that stands for another school. Nothing is forgiven in a word of fewer than five
 * letters or in a number: "Oak" is not "Oaks", and "1st" not "2nd".
 */
export function forgiveSlips(query: SchoolQuery, index: SchoolIndex): IndexEntry[] {
  const key = schoolNameKey(query.schoolName ?? '');
  const allowed = ALLOWED.find(({ from }) => key.length >= from)?.slips ?? 0;
  const strange = new Set(key.split(' ').filter((word) => !index.words.has(word)));
  if (allowed === 0 || ![...strange].every((word) => LONG_ENOUGH.test(word))) return [];

  const near = keysLike(key, index, 12).filter((like) => {
    if (editDistance(key, like) > allowed) return false;
    const words = new Set(like.split(' '));
    if (!key.split(' ').every((word) => strange.has(word) || words.has(word))) return false;
    const called = index.byKey.get(like) ?? [];
    return called.some((entry) => placeAgreement(query, entry) !== 'contradicts');
  });
  const found = near.length === 1 ? (index.byKey.get(near[0]!) ?? []) : [];
  return found.filter((entry) => placeAgreement(query, entry) === 'agrees');
}
