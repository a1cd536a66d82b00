import { lineage, type SchoolLink, type SchoolStatus } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';

const LINKS_ON_RECORD = statement(
  'scoring.links',
  () => sql<SchoolLink>`
  SELECT l.predecessor_urn AS "predecessorUrn", l.successor_urn AS "successorUrn",
    l.link_type AS "linkType"
  FROM school_links l`,
);

const LINKED_SCHOOLS = statement(
  'scoring.linked-schools',
  () => sql<{ urn: number; status: SchoolStatus }>`
  SELECT s.urn, s.status FROM schools s
  WHERE EXISTS (SELECT FROM school_links l WHERE l.predecessor_urn = s.urn)
    OR EXISTS (SELECT FROM school_links l WHERE l.successor_urn = s.urn)`,
);

// URN of a school and URN of one of its ancestors, side by side.
const WRITE_LINEAGE = statement(
  'scoring.write-lineage',
  (urns: readonly number[], ancestorUrns: readonly number[]) => sql`
  WITH wanted AS (
    SELECT s.id AS school_id, a.id AS ancestor_id
    FROM unnest(${urns}::int[], ${ancestorUrns}::int[]) AS pair (urn, ancestor_urn)
    JOIN schools s ON s.urn = pair.urn
    JOIN schools a ON a.urn = pair.ancestor_urn
    UNION
    SELECT id, id FROM schools
  ), gone AS (
    DELETE FROM school_lineage l
    WHERE NOT EXISTS (
      SELECT FROM wanted w WHERE w.school_id = l.school_id AND w.ancestor_id = l.ancestor_id
    )
  )
  INSERT INTO school_lineage (school_id, ancestor_id)
  SELECT school_id, ancestor_id FROM wanted
  ON CONFLICT DO NOTHING`,
);

/**
 * Works out anew whose visits count for whom, by the rule `lineage`. Call it after schools, their
 * status or their links have changed, in the same transaction.
 */
export async function rebuildLineage(manager: EntityManager): Promise<void> {
  const links = await LINKS_ON_RECORD.rows(manager);
  const schools = await LINKED_SCHOOLS.rows(manager);
  const urns: number[] = [];
  const ancestorUrns: number[] = [];
  for (const [urn, ancestors] of lineage(schools, links)) {
    for (const ancestor of ancestors) {
      urns.push(urn);
      ancestorUrns.push(ancestor);
    }
  }
  await WRITE_LINEAGE.run(manager, urns, ancestorUrns);
}
