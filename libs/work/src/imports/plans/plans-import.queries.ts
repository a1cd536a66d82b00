import { shared, sql, statement } from '@tracker/data';
import type { Day } from '@tracker/domain';
import type { ImportCounts } from '../import-work';

export const CREATE_STAGED_PLANS = statement(
  'imports.create-staged-plans',
  () => sql`
  CREATE TEMP TABLE staged_plans (
    line integer PRIMARY KEY, school_id uuid NOT NULL, school_written text NOT NULL,
    academic_year text, last_academic_year text, url text, seen_on date NOT NULL,
    day_said boolean NOT NULL, day_written text NOT NULL, may_be_swapped boolean NOT NULL,
    cells jsonb NOT NULL
  ) ON COMMIT DROP`,
);

export const STAGE_PLANS = statement(
  'imports.stage-plans',
  (rows: string) => sql`
  INSERT INTO staged_plans (line, school_id, school_written, academic_year, last_academic_year, url,
    seen_on, day_said, day_written, may_be_swapped, cells)
  SELECT line, "schoolId", "schoolWritten", "academicYear", "lastAcademicYear", url, "seenOn",
    "daySaid", "dayWritten", "mayBeSwapped", cells
  FROM json_to_recordset(${rows}::json) AS r (line integer, "schoolId" uuid, "schoolWritten" text,
    "academicYear" text, "lastAcademicYear" text, url text, "seenOn" date, "daySaid" boolean,
    "dayWritten" text, "mayBeSwapped" boolean, cells jsonb)`,
).after(CREATE_STAGED_PLANS);

/** A staged row that is not taken after all. */
interface TakenOut {
  line: number;
  cells: string[];
}

export const TAKE_OUT_SWAPPED = statement(
  'imports.take-out-swapped-plan-days',
  () => sql<TakenOut & { dayWritten: string }>`
  WITH gone AS (DELETE FROM staged_plans WHERE may_be_swapped RETURNING line, day_written, cells)
  SELECT line, day_written AS "dayWritten", cells FROM gone ORDER BY line`,
).after(CREATE_STAGED_PLANS);

export interface SaidTwice extends TakenOut {
  schoolWritten: string;
  /** The row that is taken in its place. */
  takenLine: number;
  /** Whether the two say the same. */
  same: boolean;
  /** Whether that row is later. */
  later: boolean;
}

/** Of rows for one school and first year the one with the later day is taken, one with a day first. */
export const TAKE_OUT_SAID_TWICE = statement(
  'imports.take-out-plans-said-twice',
  () => sql<SaidTwice>`
  WITH ranked AS (
    SELECT line, row_number() OVER w AS place, first_value(line) OVER w AS taken_line,
      ROW(last_academic_year, url, seen_on, day_said) IS NOT DISTINCT FROM ROW(
        first_value(last_academic_year) OVER w, first_value(url) OVER w,
        first_value(seen_on) OVER w, first_value(day_said) OVER w) AS same,
      seen_on < first_value(seen_on) OVER w AS later
    FROM staged_plans
    WINDOW w AS (
      PARTITION BY school_id, academic_year, CASE WHEN academic_year IS NULL THEN seen_on END
      ORDER BY day_said DESC, seen_on DESC, line
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), gone AS (
    DELETE FROM staged_plans s USING ranked r WHERE s.line = r.line AND r.place > 1
    RETURNING s.line, s.school_written, r.taken_line, r.same, r.later, s.cells
  )
  SELECT line, school_written AS "schoolWritten", taken_line AS "takenLine", same, later, cells
  FROM gone ORDER BY line`,
).after(CREATE_STAGED_PLANS);

/** Nobody changes what rows are compared with until the import ends. */
export const HOLD_PLANS = statement(
  'imports.hold-plans',
  () => sql`LOCK TABLE music_development_plans, plan_looks IN SHARE ROW EXCLUSIVE MODE`,
);

export interface Undated extends TakenOut {
  schoolWritten: string;
  academicYear: string;
  knownOn: Day;
  otherYears: boolean;
}

/** Rows without a day that differ from the plan on record: nobody can say which is newer. */
export const TAKE_OUT_UNDATED = statement(
  'imports.take-out-undated-plans',
  () => sql<Undated>`
  WITH gone AS (
    DELETE FROM staged_plans s USING music_development_plans p
    WHERE NOT s.day_said AND p.school_id = s.school_id AND p.academic_year = s.academic_year
      AND p.known_from = 'seen'
      AND (p.last_academic_year <> s.last_academic_year
        OR s.url IS NOT NULL AND p.url IS DISTINCT FROM s.url)
    RETURNING s.line, s.school_written, s.academic_year, p.known_on,
      p.last_academic_year <> s.last_academic_year AS other_years, s.cells
  )
  SELECT line, school_written AS "schoolWritten", academic_year AS "academicYear",
    known_on AS "knownOn", other_years AS "otherYears", cells
  FROM gone ORDER BY line`,
).after(CREATE_STAGED_PLANS);

/** Plans that are new or seen later than on record; an address that works again is not gone. */
export const FIND_CHANGED_PLANS = statement(
  'imports.find-changed-plans',
  (importer: string | null) => sql`
  CREATE TEMP TABLE changed_plans ON COMMIT DROP AS
  SELECT coalesce(p.id, gen_random_uuid()) AS id, p.id IS NULL AS is_new, s.school_id,
    s.academic_year, s.last_academic_year, coalesce(s.url, p.url) AS url, s.seen_on AS known_on,
    s.day_said, ${importer}::uuid AS recorded_by_id,
    CASE WHEN s.url IS NULL OR s.url = p.url AND s.seen_on < p.gone_on THEN p.gone_on END AS gone_on,
    jsonb_build_object('last_academic_year', p.last_academic_year, 'url', p.url,
      'known_on', p.known_on, 'recorded_by_id', p.recorded_by_id, 'gone_on', p.gone_on) AS before
  FROM staged_plans s
  LEFT JOIN music_development_plans p ON p.school_id = s.school_id
    AND p.academic_year = s.academic_year AND p.known_from = 'seen'
  WHERE s.academic_year IS NOT NULL AND (p.id IS NULL OR s.day_said AND s.seen_on > p.known_on)`,
).after(CREATE_STAGED_PLANS);

/** Looks that found none, where neither that nor another look of the importer's day is on record. */
export const FIND_NEW_LOOKS = statement('imports.find-new-looks', (by: string | null) => {
  const importer = shared(by);
  return sql`
  CREATE TEMP TABLE new_looks ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, s.school_id, s.seen_on AS looked_on,
    ${importer}::uuid AS looked_by_id
  FROM staged_plans s
  WHERE s.academic_year IS NULL AND NOT EXISTS (
    SELECT FROM plan_looks k WHERE k.school_id = s.school_id AND k.looked_on = s.seen_on
      AND (k.result = 'none' OR k.looked_by_id = ${importer}::uuid))`;
}).after(CREATE_STAGED_PLANS);

export interface PlanCounts extends ImportCounts {
  /** Plans that are new and count as seen on the day of the import. */
  undated: number;
}

export const COUNT_PLANS = statement(
  'imports.count-plans',
  () => sql<PlanCounts>`
  SELECT created, updated, staged - created - updated AS unchanged, 0 AS closed, undated
  FROM (
    SELECT (SELECT count(*)::int FROM staged_plans) AS staged,
      (SELECT count(*)::int FROM new_looks) + count(*) FILTER (WHERE is_new)::int AS created,
      count(*) FILTER (WHERE NOT is_new)::int AS updated,
      count(*) FILTER (WHERE is_new AND NOT day_said)::int AS undated
    FROM changed_plans) counted`,
).after(FIND_CHANGED_PLANS, FIND_NEW_LOOKS);

export const INSERT_PLANS = statement(
  'imports.insert-plans',
  () => sql`
  INSERT INTO music_development_plans
    (id, school_id, academic_year, last_academic_year, url, known_on, known_from, recorded_by_id)
  SELECT id, school_id, academic_year, last_academic_year, url, known_on, 'seen', recorded_by_id
  FROM changed_plans WHERE is_new ORDER BY school_id, academic_year`,
).after(FIND_CHANGED_PLANS);

export const UPDATE_PLANS = statement(
  'imports.update-plans',
  () => sql`
  UPDATE music_development_plans p SET last_academic_year = c.last_academic_year, url = c.url,
    known_on = c.known_on, recorded_by_id = c.recorded_by_id, gone_on = c.gone_on,
    version = p.version + 1, updated_at = now()
  FROM changed_plans c WHERE p.id = c.id AND NOT c.is_new`,
).after(FIND_CHANGED_PLANS);

export const INSERT_LOOKS = statement(
  'imports.insert-looks',
  () => sql`
  INSERT INTO plan_looks (id, school_id, looked_on, looked_by_id, result)
  SELECT id, school_id, looked_on, looked_by_id, 'none' FROM new_looks ORDER BY school_id, looked_on`,
).after(FIND_NEW_LOOKS);

export const RECORD_PLAN_CHANGES = statement('imports.record-plan-changes', (id: string) => {
  const importId = shared(id);
  return sql`
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT ${importId}, row_number() OVER (ORDER BY entity, id), entity, id::text, before, after
  FROM (
    SELECT 'music_development_plans' AS entity, id, CASE WHEN NOT is_new THEN before END AS before,
      jsonb_build_object('school_id', school_id, 'academic_year', academic_year,
        'last_academic_year', last_academic_year, 'url', url, 'known_on', known_on,
        'recorded_by_id', recorded_by_id, 'gone_on', gone_on) AS after
    FROM changed_plans
    UNION ALL
    SELECT 'plan_looks', id, NULL, jsonb_build_object('school_id', school_id,
      'looked_on', looked_on, 'looked_by_id', looked_by_id, 'result', 'none')
    FROM new_looks) changes`;
}).after(FIND_CHANGED_PLANS, FIND_NEW_LOOKS);
