import type { Day } from '@tracker/domain';
import type { EntityManager } from 'typeorm';

/** $1 the academic year, $2 a day of it: a plan that is made and in use. */
const INSERT_PLAN = `
  INSERT INTO visit_plans (academic_year, name, as_of, status, in_use, seed, figures)
  VALUES ($1, 'Benchmark', $2, 'ready', true, 1, jsonb_build_object('halfTerms', jsonb_build_array(
    jsonb_build_object('from', $2::date, 'to', $2::date + 200)))) RETURNING id`;

/** $1 the plan, $2 its first day, $3 how many lines: the visits of a school's own visitor, on workdays. */
const INSERT_LINES = `
  INSERT INTO visit_plan_lines (plan_id, school_id, date, half_term, visitor_id, band, km, half_terms_late)
  SELECT $1, s.id, d.day, 1, u.user_id, 1, 10, 0
  FROM (SELECT id, region_id, row_number() OVER (PARTITION BY region_id ORDER BY urn) AS place
    FROM schools WHERE in_scope) s
  JOIN user_regions u ON u.region_id = s.region_id
  CROSS JOIN LATERAL (SELECT $2::date + 7 * (s.place / 2)::int + 2 * (s.place % 2)::int AS day) d
  ORDER BY s.place, s.id LIMIT $3`;

/** $1 a day, $2 how many: pairs of a school and its visitor, none of them long to be found. */
export const SELECT_PAIRS = `
  SELECT s.id AS "schoolId", u.user_id AS "visitorId" FROM schools s
  JOIN user_regions u ON u.region_id = s.region_id
  WHERE s.in_scope ORDER BY md5(s.urn::text) LIMIT $1`;

export const INSERT_VISIT = `
  INSERT INTO visits (school_id, visitor_id, kind, status, scheduled_on)
  VALUES ($1, $2, 'cycle', 'scheduled', $3) RETURNING id`;

export const COMPLETE_VISIT = `
  UPDATE visits SET status = 'completed', visited_on = scheduled_on, version = version + 1 WHERE id = $1`;

/** Whether a visit written looks at the plan's lines. */
export const watchLines = (watched: boolean): string =>
  ['insert', 'update', 'delete']
    .map((event) => `TRIGGER visits_touch_plan_lines_${event}`)
    .map((trigger) => `ALTER TABLE visits ${watched ? 'ENABLE' : 'DISABLE'} ${trigger}`)
    .join('; ');

export async function addPlan(
  manager: EntityManager,
  { academicYear, today, lines }: { academicYear: string; today: Day; lines: number },
): Promise<void> {
  const [plan]: { id: string }[] = await manager.query(INSERT_PLAN, [academicYear, today]);
  await manager.query(INSERT_LINES, [plan?.id, today, lines]);
}
