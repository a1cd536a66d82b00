import { type Day, isStateFunded } from '@tracker/domain';
import { raw, shared, type Sql, sql, statement } from '../sql';
import type { EntityManager } from 'typeorm';

/** A day on which schools are or were in scope, and what has to be known to say so. */
export interface ScopeDay {
  day: Day;
  today: Day;
  /** Types of schools closed meanwhile that are state-funded. */
  closedTypes: readonly string[];
}

const CLOSED_TYPES = statement(
  'schools.closed-types',
  () => sql<{ type: string }>`
  SELECT DISTINCT establishment_type AS type FROM schools
  WHERE status = 'closed' AND establishment_type IS NOT NULL`,
);

/**
 * Rule 3 on a past day, of the row `s`: a school that is in scope now or was until it closed, between
 * the days on which it opened and closed. What else its status was meanwhile is not kept.
 *
 * @param day and closedTypes SQL for them
 */
export const wasInScopeOn = (day: Sql, closedTypes: Sql): Sql =>
  sql`((s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${closedTypes}::text[])
      AND s.closed_on >= ${day}::date)) AND coalesce(s.opened_on <= ${day}::date, true))`;

/** Rule 3 on a day, of the row `s`: from today on as the register has it. */
export const inScopeOn = ({ day, today, closedTypes }: ScopeDay): Sql =>
  day >= today ? raw('s.in_scope') : wasInScopeOn(shared(day), sql`${closedTypes}`);

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
  const rows = await CLOSED_TYPES.rows(manager);
  return rows.map(({ type }) => type).filter(isStateFunded);
}
