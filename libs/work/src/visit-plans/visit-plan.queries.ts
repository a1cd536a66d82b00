import type { Day, LineBefore } from '@tracker/domain';
import { openOffer, sql, statement } from '@tracker/data';

export const WAITING = statement(
  'visit-plans.waiting',
  (seen: readonly string[]) => sql<{ id: string }>`
  SELECT id FROM visit_plans
  WHERE status IN ('queued', 'running') AND NOT id = ANY(${seen}::uuid[])
  ORDER BY created_at, id LIMIT 1`,
);

export const CLAIM = statement(
  'visit-plans.claim',
  (id: string) => sql<{ attempts: number }>`
  UPDATE visit_plans SET status = 'running', started_at = now(), progress = 0, message = NULL,
    attempts = attempts + 1
  WHERE id = ${id} AND status IN ('queued', 'running') RETURNING attempts`,
);

export const GIVE_BACK = statement(
  'visit-plans.give-back',
  (id: string) => sql`
  UPDATE visit_plans SET status = 'queued', attempts = attempts - 1
  WHERE id = ${id} AND status = 'running'`,
);

export const FAIL = statement(
  'visit-plans.fail',
  (id: string, message: string) => sql`
  UPDATE visit_plans SET status = 'failed', message = ${message}, finished_at = now(),
    version = version + 1, updated_at = now()
  WHERE id = ${id} AND status IN ('queued', 'running')`,
);

/** The lines of the plan that another is based on, by date and URN. One whose school has been offered days stays. */
export const LINES_BEFORE = statement(
  'visit-plans.lines-before',
  (id: string, today: Day) => sql<LineBefore>`
  SELECT s.urn, l.date, l.visitor_id AS "visitorId", l.status,
    l.locked_by_id IS NOT NULL OR EXISTS (SELECT FROM day_offers o
      WHERE o.school_id = l.school_id AND ${openOffer(sql`${today}`)}) AS "isLocked",
    l.visit_id IS NOT NULL AS "hasVisit", coalesce(d.name, u.name) AS by
  FROM visit_plan_lines l
  JOIN schools s ON s.id = l.school_id
  JOIN visit_plans p ON p.id = l.plan_id
  LEFT JOIN users u ON u.id = p.made_by_id
  LEFT JOIN users d ON d.id = l.locked_by_id
  WHERE l.plan_id = ${id} ORDER BY l.date, s.urn, l.id`,
);

interface PlanMade {
  figures: object;
  notes: readonly string[];
  unchanged: boolean;
  problemDigest: string;
  linesDigest: string;
}

// The attempt makes sure: who was cut off and overtaken cannot finish.
export const FINISH = statement(
  'visit-plans.finish',
  (id: string, attempt: number, made: PlanMade) => sql<{ id: string }>`
  UPDATE visit_plans SET status = 'ready', progress = 100, finished_at = now(),
    figures = ${JSON.stringify(made.figures)}::jsonb, notes = ${JSON.stringify(made.notes)}::jsonb,
    unchanged = ${made.unchanged}, problem_digest = ${made.problemDigest},
    lines_digest = ${made.linesDigest}, version = version + 1, updated_at = now()
  WHERE id = ${id} AND status = 'running' AND attempts = ${attempt} RETURNING id`,
  ['', 1, { figures: {}, notes: [], unchanged: false, problemDigest: '', linesDigest: '' }],
);

export const KEEP_PROBLEM = statement(
  'visit-plans.keep-problem',
  (id: string, problem: string) => sql`
  INSERT INTO visit_plan_problems (plan_id, problem) VALUES (${id}, ${problem}::json)`,
);

/** @param lines JSON of `LineToKeep[]` */
export const KEEP_LINES = statement(
  'visit-plans.write-lines',
  (id: string, lines: string) => sql`
  INSERT INTO visit_plan_lines (plan_id, school_id, date, half_term, visitor_id, band, km,
    half_terms_late, reasons, moved, locked_by_id)
  SELECT ${id}, l."schoolId", l.date, l."halfTerm", l."visitorId", l.band, l.km,
    l."halfTermsLate", l.why, l.moved, b.locked_by_id
  FROM visit_plans p
  CROSS JOIN json_to_recordset(${lines}::json) AS l ("schoolId" uuid, date date, "halfTerm" int,
    "visitorId" uuid, band int, km float8, "halfTermsLate" int, why jsonb, moved text, "isLocked" bool)
  LEFT JOIN visit_plan_lines b ON l."isLocked" AND b.plan_id = p.based_on_id
    AND b.school_id = l."schoolId" AND b.status <> 'dropped'
  WHERE p.id = ${id}`,
);

/** @param schools JSON of `SchoolLeftOut[]` */
export const KEEP_LEFT_OUT = statement(
  'visit-plans.write-left-out',
  (id: string, schools: string) => sql`
  INSERT INTO visit_plan_left_out (plan_id, position, school_id, band, reason, sentence, lets_in, detail)
  SELECT ${id}, o.position, o."schoolId", o.band, o.key, o.sentence, o."letsIn", o.detail
  FROM json_to_recordset(${schools}::json) AS o (position int, "schoolId" uuid, band int, key text,
    sentence text, "letsIn" text, detail jsonb)`,
);
