import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';

const STANDS = `('scheduled', 'confirmed', 'completed')`;

/** Whether a line is above a capacity of its visitor: visits first, then lines in a fixed order. */
const exceeds = (key: string, days: string, most: string) => `
  NOT '${key}' = ANY (l.knowing)
  AND (SELECT count(*) FROM busy x WHERE x.visitor_id = l.visitor_id AND x.day BETWEEN ${days})
    + (SELECT count(*) FROM visit_plan_lines o
      WHERE o.plan_id = l.plan_id AND o.visitor_id = l.visitor_id AND o.date BETWEEN ${days}
        AND NOT '${key}' = ANY (o.knowing) AND (o.date, o.id) <= (l.date, l.id)
        AND (o.status = 'proposed' OR o.id = l.id))
    > ${most} THEN '${key}'`;

/**
 * What speaks against lines, whatever plan they are of: the status that each has by the records, and why it is
 * stale. Of rules the first that is broken, in the order in which the domain asks them, and none that whoever moved
 * the line knew. A visitor without a capacity has the one that is assumed.
 */
export const FAULTS = `
  CREATE FUNCTION visit_plan_line_faults(wanted uuid[])
  RETURNS TABLE (line_id uuid, status text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  WITH busy AS MATERIALIZED (
    SELECT x.visitor_id, coalesce(x.visited_on, x.scheduled_on) AS day
    FROM visits x
    WHERE x.status IN ${STANDS} AND x.visitor_id IN (
        SELECT l.visitor_id FROM visit_plan_lines l WHERE l.id = ANY (wanted))
      AND coalesce(x.visited_on, x.scheduled_on) >= (
        SELECT make_date(min(left(p.academic_year, 4))::int, 9, 1)
        FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id WHERE l.id = ANY (wanted))
  )
  SELECT j.id, CASE WHEN j.stands THEN 'accepted' WHEN j.key IS NULL THEN 'proposed' ELSE 'stale' END,
    j.key
  FROM (
    SELECT l.id, coalesce(v.status IN ${STANDS}, false) AS stands, CASE
      WHEN v.status IN ${STANDS} THEN NULL
      WHEN v.id IS NOT NULL THEN 'cancelled'
      WHEN s.status = 'closed' THEN 'closed'
      WHEN NOT s.in_scope THEN 'out-of-scope'
      WHEN EXISTS (
        SELECT FROM school_lineage g JOIN visits x ON x.school_id = g.ancestor_id
        WHERE g.school_id = s.id AND x.status = 'completed' AND x.visited_on BETWEEN y.opens AND y.closes
          AND x.kind <> ALL (k.not_counting)) THEN 'visited'
      WHEN EXISTS (
        SELECT FROM school_lineage g JOIN visits x ON x.school_id = g.ancestor_id
        WHERE g.school_id = s.id AND x.status IN ('scheduled', 'confirmed') AND x.scheduled_on >= y.opens
          AND x.kind <> ALL (k.not_counting)) THEN 'booked'
      WHEN NOT u.active OR u.role = 'manager' THEN 'visitor-gone'
      WHEN NOT 'closing' = ANY (l.knowing) AND s.closed_on <= l.date THEN 'closing'
      WHEN NOT 'snoozed' = ANY (l.knowing) AND EXISTS (
        SELECT FROM queue_holds h WHERE h.school_id = s.id AND h.kind = 'snooze'
          AND h.lifted_at IS NULL AND h.until_on >= l.date) THEN 'snoozed'
      WHEN NOT 'window' = ANY (l.knowing) AND EXISTS (
        SELECT FROM planning_windows w, jsonb_array_elements(w.windows) e
        WHERE w.academic_year = p.academic_year
          AND l.date BETWEEN (e ->> 'from')::date AND (e ->> 'to')::date
          AND (jsonb_typeof(e -> 'phases') = 'null' OR e -> 'phases' ? s.phase)) THEN 'window'
      WHEN NOT 'unavailable' = ANY (l.knowing) AND EXISTS (
        SELECT FROM school_unavailable_days d
        WHERE d.school_id = s.id AND l.date BETWEEN d.from_day AND d.to_day) THEN 'unavailable'
      WHEN NOT 'weekday' = ANY (l.knowing) AND EXISTS (
        SELECT FROM school_availability a WHERE a.school_id = s.id
          AND extract(isodow FROM l.date)::int = ANY (a.never_weekdays)) THEN 'weekday'
      WHEN NOT 'region' = ANY (l.knowing) AND s.region_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM user_regions r WHERE r.user_id = u.id AND r.region_id = s.region_id) THEN 'region'
      WHEN NOT 'visitor-day' = ANY (l.knowing)
        AND NOT extract(isodow FROM l.date)::int = ANY (coalesce(c.weekdays, '{1,2,3,4,5}'))
        THEN 'visitor-day'
      WHEN NOT 'visitor-away' = ANY (l.knowing) AND EXISTS (
        SELECT FROM visitor_absences a
        WHERE a.user_id = u.id AND l.date BETWEEN a.from_day AND a.to_day) THEN 'visitor-away'
      WHEN ${exceeds('per-day', 'l.date AND l.date', 'coalesce(c.per_day, 2)')}
      WHEN ${exceeds('per-week', `date_trunc('week', l.date)::date AND date_trunc('week', l.date)::date + 6`, 'coalesce(c.per_week, 2)')}
      WHEN t.from_day IS NOT NULL AND ${exceeds('per-half-term', 't.from_day AND t.to_day', 'coalesce(c.per_half_term, 3)')}
      END AS key
    FROM unnest(wanted) AS w (id)
    JOIN visit_plan_lines l ON l.id = w.id
    JOIN visit_plans p ON p.id = l.plan_id
    JOIN schools s ON s.id = l.school_id
    JOIN users u ON u.id = l.visitor_id
    LEFT JOIN visits v ON v.id = l.visit_id
    LEFT JOIN visitor_capacities c ON c.user_id = u.id
    CROSS JOIN LATERAL (
      SELECT make_date(left(p.academic_year, 4)::int, 9, 1) AS opens,
        make_date(left(p.academic_year, 4)::int + 1, 8, 31) AS closes) y
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT jsonb_array_elements_text(value) FROM settings
        WHERE key = 'kindsNotCounting') AS not_counting) k
    CROSS JOIN LATERAL (
      SELECT (p.figures -> 'halfTerms' -> (l.half_term - 1) ->> 'from')::date AS from_day,
        (p.figures -> 'halfTerms' -> (l.half_term - 1) ->> 'to')::date AS to_day
      WHERE l.half_term > 0
      UNION ALL SELECT NULL, NULL WHERE l.half_term = 0) t
  ) j $$`;

/**
 * Gives the open lines of plans that are made, and are of these schools, visitors, visits or plans, the status that
 * they have by the records. Only lines that have another are locked, in the order of their ids, and then asked again.
 */
const REFRESH = `
  CREATE FUNCTION refresh_visit_plan_lines(schools uuid[], visitors uuid[], visits uuid[], plans uuid[])
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    wanted uuid[];
  BEGIN
    SELECT array_agg(l.id) INTO wanted
    FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id
    WHERE p.status = 'ready' AND l.status <> 'dropped'
      AND (l.school_id = ANY (schools) OR l.visitor_id = ANY (visitors)
        OR l.visit_id = ANY (visits) OR l.plan_id = ANY (plans));
    IF wanted IS NULL THEN RETURN; END IF;
    SELECT array_agg(l.id) INTO wanted
    FROM visit_plan_line_faults(wanted) f JOIN visit_plan_lines l ON l.id = f.line_id
    WHERE (l.status, l.stale_because) IS DISTINCT FROM (f.status, f.key);
    IF wanted IS NULL THEN RETURN; END IF;
    PERFORM FROM visit_plan_lines l WHERE l.id = ANY (wanted) ORDER BY l.id FOR UPDATE;
    UPDATE visit_plan_lines l
    SET status = f.status, stale_because = f.key, version = l.version + 1, updated_at = now()
    FROM visit_plan_line_faults(wanted) f
    WHERE l.id = f.line_id AND l.status <> 'dropped'
      AND (l.status, l.stale_because) IS DISTINCT FROM (f.status, f.key);
  END $$`;

interface Watched {
  table: string;
  /** SQL of the ids of a row, null where it names none. */
  school?: string;
  visitor?: string;
  visit?: string;
  /** What speaks for or against a line. */
  reads: readonly string[];
}

const WATCHED: readonly Watched[] = [
  {
    ...{ table: 'visits', school: 'school_id', visitor: 'visitor_id', visit: 'id' },
    reads: ['id', 'school_id', 'visitor_id', 'status', 'kind', 'scheduled_on', 'visited_on'],
  },
  {
    ...{ table: 'schools', school: 'id' },
    reads: ['id', 'status', 'in_scope', 'closed_on', 'region_id', 'phase'],
  },
  {
    table: 'queue_holds',
    school: 'school_id',
    reads: ['school_id', 'kind', 'until_on', 'lifted_at'],
  },
  { table: 'school_availability', school: 'school_id', reads: ['school_id', 'never_weekdays'] },
  {
    table: 'school_unavailable_days',
    school: 'school_id',
    reads: ['school_id', 'from_day', 'to_day'],
  },
  { table: 'users', visitor: 'id', reads: ['id', 'active', 'role'] },
  { table: 'user_regions', visitor: 'user_id', reads: ['user_id', 'region_id'] },
  {
    ...{ table: 'visitor_capacities', visitor: 'user_id' },
    reads: ['user_id', 'per_day', 'per_week', 'per_half_term', 'weekdays'],
  },
  { table: 'visitor_absences', visitor: 'user_id', reads: ['user_id', 'from_day', 'to_day'] },
  { table: 'planning_windows', reads: ['academic_year', 'windows'] },
];

const nameOf = ({ table }: Watched): string => `${table}_touch_plan_lines`;

/** Refreshes the lines that a statement's rows are about, where any plan is made. */
function touch(watched: Watched): string {
  const { table, school, visitor, visit, reads } = watched;
  const ids = (column?: string) => (column ? `array_agg(DISTINCT ${column})` : `'{}'::uuid[]`);
  const plans =
    table === 'planning_windows'
      ? `ARRAY(SELECT p.id FROM visit_plans p WHERE p.academic_year = ANY (array_agg(touched.academic_year)))`
      : `'{}'::uuid[]`;
  const refresh = (rows: string) => `
      PERFORM refresh_visit_plan_lines(${ids(school)}, ${ids(visitor)}, ${ids(visit)}, ${plans})
      FROM ${rows} touched HAVING count(*) > 0;`;
  const said = `SELECT ${reads.join(', ')} FROM`;
  return `
  CREATE FUNCTION ${nameOf(watched)}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM visit_plans WHERE status = 'ready') THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' THEN ${refresh('new_rows')}
    ELSIF TG_OP = 'DELETE' THEN ${refresh('old_rows')}
    ELSE ${refresh(`(
        (${said} old_rows EXCEPT ${said} new_rows)
        UNION ALL
        (${said} new_rows EXCEPT ${said} old_rows))`)}
    END IF;
    RETURN NULL;
  END $$`;
}

const EVENTS = [
  ['INSERT', 'NEW TABLE AS new_rows'],
  ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
  ['DELETE', 'OLD TABLE AS old_rows'],
] as const;

/** Lines of plans turn stale in the transaction that changed what speaks against them (docs/decisions/025-visit-plans.md). */
export class MarkStaleLines1796410000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX visit_plans_ready_idx ON visit_plans (academic_year) WHERE status = 'ready'`,
    );
    await define(queryRunner, FAULTS, REFRESH, ...WATCHED.map(touch));
    for (const watched of WATCHED) {
      for (const [event, referencing] of EVENTS) {
        await queryRunner.query(`CREATE TRIGGER ${nameOf(watched)}_${event.toLowerCase()}
            AFTER ${event} ON ${watched.table} REFERENCING ${referencing}
            FOR EACH STATEMENT EXECUTE FUNCTION ${nameOf(watched)}()`);
      }
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const watched of WATCHED) {
      await queryRunner.query(`DROP FUNCTION ${nameOf(watched)} CASCADE`);
    }
    await queryRunner.query('DROP FUNCTION refresh_visit_plan_lines, visit_plan_line_faults');
    await queryRunner.query('DROP INDEX visit_plans_ready_idx');
  }
}
