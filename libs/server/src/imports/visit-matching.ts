import {
  buildSchoolIndex,
  matchSchool,
  type IndexedSchool,
  type SchoolMatch,
  type SchoolQuery,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { LINEAGE_ON_RECORD, SCHOOLS_ON_RECORD } from './visits-import.queries';

/** Finds the school a row means, among all on record now. */
export async function openSchoolMatching(
  manager: EntityManager,
): Promise<(query: SchoolQuery) => SchoolMatch> {
  const schools: IndexedSchool[] = await manager.query(SCHOOLS_ON_RECORD);
  const lineage: { schoolId: string; ancestorIds: string[] }[] =
    await manager.query(LINEAGE_ON_RECORD);
  const index = buildSchoolIndex(schools);
  const ancestors = new Map(lineage.map((row) => [row.schoolId, new Set(row.ancestorIds)]));
  const sameLineage = (a: string, b: string): boolean =>
    Boolean(ancestors.get(a)?.has(b) || ancestors.get(b)?.has(a));
  return (query) => matchSchool(query, index, { sameLineage });
}

/** Who came: an account, where exactly one has that name, else the name as written. */
export interface Visitor {
  visitorId: string | null;
  visitorNote: string | null;
}

/** Finds accounts by name, whatever the case of its letters. */
export async function openVisitorMatching(
  manager: EntityManager,
): Promise<(name: string | undefined) => Visitor> {
  const users: { id: string; name: string }[] = await manager.query('SELECT id, name FROM users');
  const key = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
  const byName = new Map<string, string | null>();
  for (const { id, name } of users) byName.set(key(name), byName.has(key(name)) ? null : id);
  return (name) => {
    if (name === undefined) return { visitorId: null, visitorNote: null };
    const visitorId = byName.get(key(name)) ?? null;
    return { visitorId, visitorNote: visitorId === null ? name : null };
  };
}
