import { type VisitPlan, VISIT_PLAN_LIST } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { type FilterConditions, is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { notFound } from '../http/problem';

export const VISIT_PLAN_SPEC: ListSpec<typeof VISIT_PLAN_LIST> = {
  filters: VISIT_PLAN_LIST.filters,
  sorts: {
    id: 'p.id',
    createdAt: 'p.created_at',
    academicYear: 'p.academic_year',
    name: 'p.name COLLATE "und-x-icu"',
    status: 'p.status',
  },
  defaultOrder: 'p.created_at DESC',
  tieBreak: 'p.id',
};

/** A plan as the contract has it. */
export const SELECT_VISIT_PLAN = sql<VisitPlan>`
  SELECT p.id, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
    p.academic_year AS "academicYear", p.name, p.as_of AS "asOf", p.status, p.in_use AS "inUse",
    p.is_what_if AS "isWhatIf", p.progress, p.settings, p.figures, p.notes, p.message, p.unchanged,
    l.proposed AS "proposedLines", l.accepted AS "acceptedLines", l.dropped AS "droppedLines",
    l.stale, l.moved AS "movedLines",
    (SELECT count(*)::int FROM visit_plan_left_out o WHERE o.plan_id = p.id) AS "leftOut",
    p.based_on_id AS "basedOnId", p.made_by_id AS "madeById", m.name AS "madeByName",
    p.started_at AS "startedAt", p.finished_at AS "finishedAt", p.sent_at AS "sentAt",
    s.name AS "sentByName"
  FROM visit_plans p
  LEFT JOIN users m ON m.id = p.made_by_id
  LEFT JOIN users s ON s.id = p.sent_by_id
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE l.status = 'proposed'))::int AS proposed,
      (count(*) FILTER (WHERE l.status = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE l.status = 'dropped'))::int AS dropped,
      (count(*) FILTER (WHERE l.status = 'stale'))::int AS stale,
      (count(*) FILTER (WHERE l.moved IS NOT NULL AND l.status <> 'dropped'))::int AS moved
    FROM visit_plan_lines l WHERE l.plan_id = p.id) l`;

const READ = statement(
  'visit-plans.read',
  (id: string) => sql<VisitPlan>`${SELECT_VISIT_PLAN} WHERE p.id = ${id}`,
);

/** The plans of a year that is being made, and that is in use. */
export const PLAN_OF_YEAR = statement(
  'visit-plans.of-year',
  (year: string) => sql<{ making: string | null; inUse: string | null }>`
  SELECT (SELECT id FROM visit_plans WHERE academic_year = y.year
      AND status IN ('queued', 'running')) AS making,
    (SELECT id FROM visit_plans WHERE academic_year = y.year AND in_use) AS "inUse"
  FROM (SELECT ${year}::text AS year) y`,
);

/** @throws 404 */
export async function getVisitPlan(manager: EntityManager, id: string): Promise<VisitPlan> {
  const plan = await READ.row(manager, id);
  if (!plan) throw notFound('the plan');
  return plan;
}

/** The filters of a list of plans as conditions on `p`. */
export const VISIT_PLAN_CONDITIONS: FilterConditions<typeof VISIT_PLAN_LIST> = {
  id: isOneOfIds('p.id'),
  academicYear: is('p.academic_year'),
  status: isOneOf('p.status'),
  inUse: is('p.in_use'),
  isWhatIf: is('p.is_what_if'),
};
