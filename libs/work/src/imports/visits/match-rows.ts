import {
  buildSchoolIndex,
  matchSchool,
  peopleNamed,
  rememberedKey,
  type SchoolMatch,
  type SchoolQuery,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import {
  KNOWN_SCHOOLS,
  KNOWN_VISITORS,
  LINEAGE_ON_RECORD,
  SCHOOLS_ON_RECORD,
  USERS_BY_NAME,
} from './match-rows.queries';

/** The most matches kept at hand: a list names a school again and again. */
const MOST_KEPT = 20_000;

/** Finds the school a row means, among all on record now. */
export async function openSchoolMatching(
  manager: EntityManager,
): Promise<(query: SchoolQuery) => SchoolMatch> {
  const schools = await SCHOOLS_ON_RECORD.rows(manager);
  const lineage = await LINEAGE_ON_RECORD.rows(manager);
  const known = await KNOWN_SCHOOLS.rows(manager);
  const index = buildSchoolIndex(schools);
  const ancestors = new Map(lineage.map((row) => [row.schoolId, new Set(row.ancestorIds)]));
  const sameLineage = (a: string, b: string): boolean =>
    Boolean(ancestors.get(a)?.has(b) || ancestors.get(b)?.has(a));
  const followedBy = new Map<string, string[]>();
  for (const { schoolId, ancestorIds } of lineage) {
    for (const id of ancestorIds) followedBy.set(id, [...(followedBy.get(id) ?? []), schoolId]);
  }
  const followers = (id: string) => followedBy.get(id) ?? [];
  const knownNames = new Map(known.map(({ name, schoolId }) => [rememberedKey(name), schoolId]));
  const kept = new Map<string, SchoolMatch>();
  return (query) => {
    const { urn, schoolName, town, postcode, around, visitedOn } = query;
    const key = JSON.stringify([urn, schoolName, town, postcode, around, visitedOn]);
    const match =
      kept.get(key) ?? matchSchool(query, index, { sameLineage, knownNames, followers });
    if (kept.size < MOST_KEPT) kept.set(key, match);
    return match;
  };
}

/** Who came: an account, or the names as written. */
export interface Visitor {
  /** Of several people, the first who has an account. */
  visitorId: string | null;
  /** Of the accounts, else as written; null where nobody is named. */
  visitorName: string | null;
  /** Whether others came beside the account. */
  several: boolean;
}

/** A person's name or initials in one spelling: "C.L." is "cl". */
export const visitorKey = (name: string): string =>
  name.trim().replace(/\./g, '').replace(/\s+/g, ' ').toLowerCase();

export const schoolKey = rememberedKey;

interface Account {
  id: string;
  name: string;
  known: 'account' | 'remembered';
}

/** Accounts by their names where exactly one has it, or as the hub has said once. */
export async function openAccounts(
  manager: EntityManager,
): Promise<(name: string) => Account | null> {
  const users = await USERS_BY_NAME.rows(manager);
  const known = await KNOWN_VISITORS.rows(manager);
  const byName = new Map<string, Account | null>();
  for (const user of users) {
    const key = visitorKey(user.name);
    byName.set(key, byName.has(key) ? null : { ...user, known: 'account' });
  }
  for (const { key, id, name } of known) {
    const same = byName.get(key)?.id === id;
    if (!same) byName.set(key, { id, name, known: 'remembered' });
  }
  return (name) => byName.get(visitorKey(name)) ?? null;
}

/** The names that a cell is asked about: one that is known as it stands, else each person's. */
export function namesOf(cell: string, accountOf: (name: string) => Account | null): string[] {
  return accountOf(cell) ? [cell] : peopleNamed(cell);
}

export async function openVisitorMatching(
  manager: EntityManager,
): Promise<(name: string | undefined) => Visitor> {
  const accountOf = await openAccounts(manager);
  return (name) => {
    if (name === undefined) return { visitorId: null, visitorName: null, several: false };
    const people = namesOf(name, accountOf).map((each) => ({ each, account: accountOf(each) }));
    const first = people.find(({ account }) => account !== null)?.account;
    if (!first) return { visitorId: null, visitorName: name, several: false };
    const visitorName = inWords(people.map(({ each, account }) => account?.name ?? each));
    return { visitorId: first.id, visitorName, several: people.length > 1 };
  };
}

const inWords = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
