import type { Day } from '../day';
import type { SchoolStatus } from '../school-scope';
import { plainName, schoolNameKey, townKey } from './school-name';
import { trigrams } from './similarity';

/** A school on record, as far as finding it by name needs. */
export interface IndexedSchool {
  id: string;
  urn: number;
  name: string;
  town: string | null;
  postcode: string | null;
  status: SchoolStatus;
  openedOn?: Day | null;
  closedOn?: Day | null;
  /** The register's words for what it teaches and what it is. */
  phase?: string | null;
  establishmentType?: string | null;
  /** Other words for where it is: its locality, street, district. People write any of them. */
  places?: readonly (string | null)[];
}

export interface IndexEntry {
  school: IndexedSchool;
  /** `plainName` and `schoolNameKey` of its name. */
  plain: string;
  key: string;
  /** `townKey` of everywhere it may be said to be. */
  places: ReadonlySet<string>;
}

export interface SchoolIndex {
  byUrn: ReadonlyMap<number, IndexEntry>;
  byId: ReadonlyMap<string, IndexEntry>;
  byKey: ReadonlyMap<string, IndexEntry[]>;
  /** Keys by the trigrams in them. */
  keysByTrigram: ReadonlyMap<string, string[]>;
  /** Every word of every key. */
  words: ReadonlySet<string>;
  /** Everywhere that any school may be said to be. */
  places: ReadonlySet<string>;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Built once for a whole sheet; England's 50,000 open and closed schools take about a second. */
export function buildSchoolIndex(schools: Iterable<IndexedSchool>): SchoolIndex {
  const byUrn = new Map<number, IndexEntry>();
  const byId = new Map<string, IndexEntry>();
  const byKey = new Map<string, IndexEntry[]>();
  for (const school of schools) {
    const said = [school.town, ...(school.places ?? [])];
    const entry: IndexEntry = {
      school,
      plain: plainName(school.name),
      key: schoolNameKey(school.name),
      places: new Set(said.map((place) => townKey(place ?? '')).filter((place) => place !== '')),
    };
    byUrn.set(school.urn, entry);
    byId.set(school.id, entry);
    addTo(byKey, entry.key, entry);
  }
  const keysByTrigram = new Map<string, string[]>();
  const words = new Set<string>();
  for (const key of byKey.keys()) {
    for (const each of trigrams(key)) addTo(keysByTrigram, each, key);
    for (const word of key.split(' ')) words.add(word);
  }
  const places = new Set([...byUrn.values()].flatMap((entry) => [...entry.places]));
  return { byUrn, byId, byKey, keysByTrigram, words, places };
}

/** Keys that share less than this of their trigrams are not looked at. */
const LEAST_SHARED = 0.3;

/** The keys that share most trigrams with `key`, itself included, most alike first. */
export function keysLike(key: string, index: SchoolIndex, most: number): string[] {
  const wanted = trigrams(key);
  const shared = new Map<string, number>();
  for (const each of wanted) {
    for (const like of index.keysByTrigram.get(each) ?? []) {
      shared.set(like, (shared.get(like) ?? 0) + 1);
    }
  }
  const near: { like: string; likeness: number }[] = [];
  for (const [like, count] of shared) {
    // A key has about one trigram more than letters; an estimate is enough to choose whom to compare.
    const likeness = (2 * count) / (wanted.size + like.length + 1);
    if (likeness >= LEAST_SHARED) near.push({ like, likeness });
  }
  near.sort((a, b) => b.likeness - a.likeness || (a.like < b.like ? -1 : 1));
  return near.slice(0, most).map(({ like }) => like);
}
