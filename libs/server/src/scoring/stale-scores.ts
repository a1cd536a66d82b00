import type { EntityManager } from 'typeorm';
import { raw, shared, sql, statement } from '../sql';

// DO UPDATE rather than DO NOTHING: it locks a row that is there already, and the ranking skips
// locked rows. Otherwise a run that started before this transaction commits would take the row away
// without having seen what changed. In the order of the ids, so that two writers cannot deadlock.
// What is wanted for two reasons is no one refresh's own.
const ON_CONFLICT = raw('ON CONFLICT (school_id) DO UPDATE SET refresh_id = NULL');

const MARK = statement('scoring.mark-stale', (schoolIds: readonly string[]) => {
  const ids = shared(schoolIds);
  return sql`
    INSERT INTO stale_scores (school_id)
    SELECT id FROM (
      SELECT unnest(${ids}::uuid[]) AS id
      UNION
      SELECT school_id FROM school_lineage WHERE ancestor_id = ANY(${ids}::uuid[])
    ) touched
    ORDER BY id ${ON_CONFLICT}`;
});

const MARK_ALL = statement(
  'scoring.mark-all-stale',
  (refreshId: string | null) => sql`
    INSERT INTO stale_scores (school_id, refresh_id)
    SELECT id, ${refreshId}::uuid FROM schools s
    WHERE in_scope OR EXISTS (SELECT FROM priority_scores p WHERE p.school_id = s.id)
    ORDER BY id ${ON_CONFLICT}`,
);

const UNMARK = statement(
  'scoring.unmark-stale',
  (refreshId: string) => sql`
    DELETE FROM stale_scores WHERE school_id IN (
      SELECT school_id FROM stale_scores WHERE refresh_id = ${refreshId}
      ORDER BY school_id FOR UPDATE SKIP LOCKED)`,
);

/**
 * Says that the scores of these schools, and of the schools that followed them, are out of date.
 * Call it in the transaction of the change itself, then nudge the queue once that has committed.
 *
 * @param schoolIds schools of which something changed that a score depends on
 */
export async function markStale(
  manager: EntityManager,
  schoolIds: readonly string[],
): Promise<void> {
  if (schoolIds.length === 0) return;
  await MARK.run(manager, schoolIds);
}

/**
 * Every school's score is out of date: a new day, other weights.
 *
 * @param refreshId the refresh that somebody asked for, if nothing else makes them so
 */
export async function markAllStale(manager: EntityManager, refreshId?: string): Promise<void> {
  await MARK_ALL.run(manager, refreshId ?? null);
}

/** Takes back what a refresh alone has marked; what somebody is ranking at this moment is ranked. */
export async function unmarkStale(manager: EntityManager, refreshId: string): Promise<void> {
  await UNMARK.run(manager, refreshId);
}
