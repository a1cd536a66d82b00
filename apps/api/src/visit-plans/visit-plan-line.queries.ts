import type { Day, ExplainedLine, RuleKey, VisitWarningKey } from '@tracker/domain';
import { sql, statement } from '@tracker/data';

/**
 * Locks the open lines that a change at a school or of visitors touches, in the order in which the triggers of the
 * database lock them, so that nobody waits for somebody who waits for them.
 */
export const LOCK_TOUCHED = statement(
  'visit-plan-lines.lock-touched',
  (lineId: string, schoolId: string, visitorIds: readonly string[]) => sql`
  SELECT l.id FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id
  WHERE l.id = ${lineId} OR p.status = 'ready' AND l.status <> 'dropped'
    AND (l.school_id = ${schoolId} OR l.visitor_id = ANY (${visitorIds}::uuid[]))
  ORDER BY l.id FOR UPDATE OF l`,
);

/** Gives the lines of a school and of visitors the status that they have by the records. */
export const REFRESH_TOUCHED = statement(
  'visit-plan-lines.refresh-touched',
  (schoolId: string, visitorIds: readonly string[]) => sql`
  SELECT refresh_visit_plan_lines(ARRAY[${schoolId}::uuid], ${visitorIds}::uuid[], '{}', '{}')`,
);

interface PlacedLine extends Pick<
  ExplainedLine,
  'date' | 'visitorId' | 'halfTerm' | 'km' | 'halfTermsLate' | 'why'
> {
  id: string;
  knowing: readonly RuleKey[];
}

/** Puts a line where it goes. */
export const PLACE_LINE = statement(
  'visit-plan-lines.place',
  (line: PlacedLine) => sql`
  UPDATE visit_plan_lines SET date = ${line.date}, visitor_id = ${line.visitorId},
    half_term = ${line.halfTerm}, km = ${line.km}, half_terms_late = ${line.halfTermsLate},
    reasons = ${JSON.stringify(line.why)}::jsonb, knowing = ${line.knowing}::text[],
    version = version + 1, updated_at = now()
  WHERE id = ${line.id}`,
  [
    {
      ...{ id: '', date: '2024-10-08', visitorId: '', halfTerm: 1, km: 0, halfTermsLate: 0 },
      ...{ why: [], knowing: [] },
    },
  ],
);

/** What is said of a line whose day has other schools now. */
export const EXPLAIN_LINE = statement(
  'visit-plan-lines.explain',
  (id: string, { km, why }: Pick<ExplainedLine, 'km' | 'why'>) => sql`
  UPDATE visit_plan_lines SET km = ${km}, reasons = ${JSON.stringify(why)}::jsonb,
    version = version + 1, updated_at = now()
  WHERE id = ${id}`,
  ['', { km: 0, why: [] }],
);

/** Locked by somebody, or by nobody; left out, or not. */
export const SET_LINE = statement(
  'visit-plan-lines.set',
  (id: string, status: 'proposed' | 'dropped', lockedById: string | null) => sql`
  UPDATE visit_plan_lines SET status = ${status}, locked_by_id = ${lockedById}::uuid,
    stale_because = NULL, version = version + 1, updated_at = now()
  WHERE id = ${id}`,
);

interface LineToAccept {
  id: string;
  planId: string;
  schoolId: string;
  visitorId: string;
  date: Day;
  status: string;
  staleBecause: string | null;
  knowing: RuleKey[];
  visitId: string | null;
  /** The plan is the one of its year. */
  inUse: boolean;
  /** A visit of the school that waits for a day. */
  proposedVisitId: string | null;
}

/** Nobody takes the plan's place while one of its lines is accepted. */
export const SHARE_PLAN = statement(
  'visit-plan-lines.share-plan',
  (planId: string) => sql`SELECT id FROM visit_plans WHERE id = ${planId} FOR SHARE`,
);

export const LINE_TO_ACCEPT = statement(
  'visit-plan-lines.to-accept',
  (id: string) => sql<LineToAccept>`
  SELECT l.id, l.plan_id AS "planId", l.school_id AS "schoolId", l.visitor_id AS "visitorId",
    l.date, l.status, l.stale_because AS "staleBecause", l.knowing, l.visit_id AS "visitId",
    p.in_use AS "inUse",
    (SELECT v.id FROM visits v WHERE v.school_id = l.school_id AND v.status = 'proposed'
      ORDER BY v.created_at, v.id LIMIT 1) AS "proposedVisitId"
  FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id
  WHERE l.id = ${id}`,
);

/** While its visit is made a line counts no longer for its visitor: the visit does. */
export const HAND_OVER_LINE = statement(
  'visit-plan-lines.hand-over',
  (id: string) => sql`
  UPDATE visit_plan_lines SET status = 'stale', stale_because = 'booked' WHERE id = ${id}`,
);

export const ACCEPT_LINE = statement(
  'visit-plan-lines.accept',
  (id: string, visitId: string) => sql`
  UPDATE visit_plan_lines SET status = 'accepted', stale_because = NULL, visit_id = ${visitId},
    version = version + 1, updated_at = now()
  WHERE id = ${id}`,
);

/** A warning of visits says what a rule of planning says. */
export const WARNING_OF_RULE: Partial<Record<RuleKey, readonly VisitWarningKey[]>> = {
  day: ['school_holiday', 'bank_holiday', 'weekend'],
  window: ['planning_window'],
  unavailable: ['school_unavailable'],
  weekday: ['school_unavailable'],
  'visitor-day': ['visitor_weekday'],
  'visitor-away': ['visitor_away'],
  'per-day': ['day_full'],
  'per-week': ['week_full'],
};
