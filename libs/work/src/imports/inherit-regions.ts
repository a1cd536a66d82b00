import type { EntityManager } from 'typeorm';
import { shared, sql, statement } from '@tracker/data';

// A chain of successions is seldom longer, and each round goes one school further.
const LONGEST_CHAIN = 5;

/** A predecessor and the school that followed it. */
export interface Succession {
  predecessorUrn: number;
  successorUrn: number;
}

interface Inheriting {
  predecessorUrns: readonly number[];
  successorUrns: readonly number[];
  /** The import to write it down for. */
  importId: string | null;
}

/**
 * The schools without a region whose predecessors are all in one, by the register's links and by
 * the pairs of URNs.
 */
const INHERIT_REGIONS = statement('imports.inherit-regions', (asked: Inheriting) => {
  const importId = shared(asked.importId);
  return sql<{ id: string }>`
  WITH pairs AS (
    SELECT predecessor_urn, successor_urn FROM school_links
    UNION
    SELECT * FROM unnest(${asked.predecessorUrns}::int[], ${asked.successorUrns}::int[])
  ), wanted AS (
    SELECT s.id, min(p.region_id::text)::uuid AS region_id
    FROM pairs
    JOIN schools s ON s.urn = pairs.successor_urn
    JOIN schools p ON p.urn = pairs.predecessor_urn AND p.region_id IS NOT NULL
    WHERE s.region_id IS NULL AND NOT s.region_set_by_hand
    GROUP BY s.id HAVING count(DISTINCT p.region_id) = 1
  ), moved AS (
    UPDATE schools s SET region_id = w.region_id, version = s.version + 1,
      updated_at = statement_timestamp()
    FROM wanted w WHERE s.id = w.id
    RETURNING s.id, s.region_id
  ), written AS (
    INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
    SELECT ${importId}::uuid, (SELECT coalesce(max(seq), 0) FROM import_changes WHERE import_id = ${importId}::uuid)
        + row_number() OVER (), 'schools', m.id, '{"region_id": null}',
      jsonb_build_object('region_id', m.region_id)
    FROM moved m
    WHERE ${importId}::uuid IS NOT NULL AND NOT EXISTS (
      SELECT FROM import_changes ch
      WHERE ch.import_id = ${importId}::uuid AND ch.record_key = m.id::text AND ch.before IS NULL)
  )
  SELECT id FROM moved`;
});

/**
 * A school without a region takes the one of the school before it: a new academy goes on with the
 * same regional team.
 *
 * @param supposed successions that no link of the register tells of (yet)
 * @param importId the import that brought it about, so that it can be undone with it
 * @returns how many schools have a region now
 */
export async function inheritRegions(
  manager: EntityManager,
  supposed: readonly Succession[] = [],
  importId: string | null = null,
): Promise<number> {
  let schools = 0;
  for (let round = 0; round < LONGEST_CHAIN; round += 1) {
    const moved = await INHERIT_REGIONS.rows(manager, {
      predecessorUrns: supposed.map(({ predecessorUrn }) => predecessorUrn),
      successorUrns: supposed.map(({ successorUrn }) => successorUrn),
      importId,
    });
    if (moved.length === 0) break;
    schools += moved.length;
  }
  return schools;
}
