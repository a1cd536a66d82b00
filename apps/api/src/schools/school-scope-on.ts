import { type Day, isStateFunded } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { SqlConditions } from '../http/sql-conditions';

/** A day on which schools are or were in scope, and what has to be known to say so. */
export interface ScopeDay {
  day: Day;
  today: Day;
  /** Types of schools closed meanwhile that are state-funded. */
  closedTypes: readonly string[];
}

/**
 * Rule 3 on a past day, of the row `s`: a school that is in scope now or was until it closed, between
 * the days on which it opened and closed. What else its status was meanwhile is not kept.
 *
 * @param day and closedTypes SQL for them
 */
export const wasInScopeOn = (day: string, closedTypes: string): string =>
  `((s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${closedTypes})
      AND s.closed_on >= ${day})) AND coalesce(s.opened_on <= ${day}, true))`;

/** Rule 3 on a day, of the row `s`: from today on as the register has it. */
export function inScopeOn(
  conditions: SqlConditions,
  { day, today, closedTypes }: ScopeDay,
): string {
  if (day >= today) return 's.in_scope';
  const bound = conditions.bind('?::date', day);
  return wasInScopeOn(bound, conditions.bind('?::text[]', closedTypes));
}

/** The day with what has to be known for it; from today on that is nothing. */
export async function readScopeDay(
  manager: EntityManager,
  day: Day,
  today: Day,
): Promise<ScopeDay> {
  return { day, today, closedTypes: day < today ? await readClosedTypes(manager) : [] };
}

/** Types of schools closed meanwhile that the rule says are state-funded. */
export async function readClosedTypes(manager: EntityManager): Promise<string[]> {
  const rows: { type: string }[] = await manager.query(CLOSED_TYPES);
  return rows.map(({ type }) => type).filter(isStateFunded);
}

const CLOSED_TYPES = `
  SELECT DISTINCT establishment_type AS type FROM schools
  WHERE status = 'closed' AND establishment_type IS NOT NULL`;
