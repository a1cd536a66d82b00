import { type PlanLine, supposed, PlanView, type VisitPlanSettings } from '@tracker/domain';
import { openPlanLine, readPlanProblem, sql, statement, type VisitPlanEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';

/** A line that is not a visit yet. */
export interface OpenLine extends PlanLine {
  id: string;
}

const OPEN_LINES = statement(
  'visit-plan-lines.open',
  (planId: string) => sql<OpenLine>`
  SELECT l.id, s.urn, l.date, l.visitor_id AS "visitorId"
  FROM visit_plan_lines l JOIN schools s ON s.id = l.school_id
  WHERE l.plan_id = ${planId} AND ${openPlanLine()} ORDER BY l.date, s.urn, l.id`,
);

/** A plan as it stands now, beside what is on record. */
export interface PlanAtHand {
  view: PlanView;
  /** Of the view's lines, by URN. */
  lines: ReadonlyMap<number, OpenLine>;
  schoolIds: ReadonlyMap<number, string>;
}

/** Lines of schools that are agreed meanwhile, or that have no visitor any longer, are none of the plan. */
export async function readPlan(
  manager: EntityManager,
  { id, academicYear, settings }: Pick<VisitPlanEntity, 'id' | 'academicYear' | 'settings'>,
  today: string,
): Promise<PlanAtHand> {
  const reading = await readPlanProblem(manager, { academicYear, today, settings });
  const problem = supposed(reading.problem, settings satisfies VisitPlanSettings);
  const agreed = new Set([...problem.held, ...problem.booked].map(({ urn }) => urn));
  const visitors = new Set(problem.visitors.map((visitor) => visitor.id));
  const lines = (await OPEN_LINES.rows(manager, id)).filter(
    ({ urn, visitorId }) =>
      reading.schoolIds.has(urn) && visitors.has(visitorId) && !agreed.has(urn),
  );
  return {
    view: new PlanView(problem, lines),
    lines: new Map(lines.map((line) => [line.urn, line])),
    schoolIds: reading.schoolIds,
  };
}
