import type { AcademicYear } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '../sql';
import { refreshLinesOfPlan } from './refresh-lines';

/** Accepting a line shares this lock of the plan, before it locks the line. */
const LOCK_IN_USE = statement(
  'visit-plans.lock-in-use',
  (year: AcademicYear) => sql<{ id: string }>`
  SELECT id FROM visit_plans WHERE academic_year = ${year} AND in_use FOR UPDATE`,
);

const SUPERSEDE = statement(
  'visit-plans.supersede',
  (id: string) => sql`
  UPDATE visit_plans SET in_use = false, status = 'superseded', version = version + 1,
    updated_at = now()
  WHERE id = ${id}`,
);

const DROP_LINES_OF_VISITS = statement(
  'visit-plans.drop-lines-of-visits',
  (id: string, before: string) => sql`
  DELETE FROM visit_plan_lines n USING visit_plan_lines o
  WHERE n.plan_id = ${id} AND o.plan_id = ${before} AND o.status = 'accepted'
    AND n.school_id = o.school_id AND n.status <> 'dropped'`,
);

/** What was accepted stays accepted; what was left out by hand is shown as that. */
const KEEP_LINES = statement(
  'visit-plans.keep-lines',
  (id: string, before: string) => sql`
  INSERT INTO visit_plan_lines (plan_id, school_id, date, half_term, visitor_id, band, km,
    half_terms_late, reasons, status, knowing, locked_by_id, visit_id)
  SELECT ${id}, o.school_id, o.date, o.half_term, o.visitor_id, o.band, o.km, o.half_terms_late,
    o.reasons, o.status, o.knowing, o.locked_by_id, o.visit_id
  FROM visit_plan_lines o
  WHERE o.plan_id = ${before} AND (o.status = 'accepted' OR o.status = 'dropped' AND NOT EXISTS (
    SELECT FROM visit_plan_lines n WHERE n.plan_id = ${id} AND n.school_id = o.school_id))`,
);

const USE = statement(
  'visit-plans.use',
  (id: string) => sql`
  UPDATE visit_plans SET in_use = true, is_what_if = false, version = version + 1, updated_at = now()
  WHERE id = ${id} AND status = 'ready'`,
);

/**
 * A plan that is ready becomes the plan of its year. What was accepted from the one before stays accepted: those lines
 * take the place of what the new plan proposes for their schools.
 */
export async function takeOverYear(
  manager: EntityManager,
  { id, academicYear }: { id: string; academicYear: AcademicYear },
): Promise<void> {
  const before = await LOCK_IN_USE.row(manager, academicYear);
  if (before && before.id !== id) {
    await SUPERSEDE.run(manager, before.id);
    await DROP_LINES_OF_VISITS.run(manager, id, before.id);
    await KEEP_LINES.run(manager, id, before.id);
  }
  await USE.run(manager, id);
  await refreshLinesOfPlan(manager, id);
}
