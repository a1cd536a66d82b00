import type { EntityManager } from 'typeorm';
import { sql, statement } from '../sql';

// A school whose facts change is marked by the database itself (docs/decisions/015-stale-scores.md), in
// the same order and way. What is wanted for two reasons is no one refresh's own.
const MARK_ALL = statement(
  'scoring.mark-all-stale',
  (refreshId: string | null) => sql`
    INSERT INTO stale_scores (school_id, refresh_id)
    SELECT id, ${refreshId}::uuid FROM schools s
    WHERE in_scope OR EXISTS (SELECT FROM priority_scores p WHERE p.school_id = s.id)
    ORDER BY id ON CONFLICT (school_id) DO UPDATE SET refresh_id = NULL`,
);

const UNMARK = statement(
  'scoring.unmark-stale',
  (refreshId: string) => sql`
    DELETE FROM stale_scores WHERE school_id IN (
      SELECT school_id FROM stale_scores WHERE refresh_id = ${refreshId}
      ORDER BY school_id FOR UPDATE SKIP LOCKED)`,
);

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
