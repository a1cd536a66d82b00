import type {
  CarriedDecision,
  Day,
  Judgement,
  RecordedVisit,
  RowDecision,
  VisitRowOutcome,
} from '@tracker/domain';
import { type SaidOfVisit, agreedVisit, shared, sql, statement } from '@tracker/data';

export interface ReadyRow {
  rowKey: string;
  line: number;
  sheet: string | null;
  schoolId: string;
  visitedOn: Day;
  said: SaidOfVisit;
  visitorId: string | null;
  visitorName: string | null;
  decision: (RowDecision & Partial<CarriedDecision>) | null;
  /** As it was judged before; null where it was not. */
  outcome: VisitRowOutcome | null;
  visitId: string | null;
  changes: Judgement['changes'];
}

/** @param schoolIds null for all */
export const READY_ROWS = statement(
  'imports.ready-rows',
  (importId: string, schoolIds: readonly string[] | null) => {
    const ids = shared(schoolIds);
    return sql<ReadyRow>`
  WITH around AS MATERIALIZED (
    SELECT unnest(${ids}::uuid[]) AS id
    UNION SELECT ancestor_id FROM school_lineage WHERE school_id = ANY (${ids}::uuid[])
    UNION SELECT school_id FROM school_lineage WHERE ancestor_id = ANY (${ids}::uuid[])
  )
  SELECT r.row_key AS "rowKey", r.line, r.school_id AS "schoolId", r.visited_on AS "visitedOn", r.said,
    r.visitor_id AS "visitorId", r.visitor_name AS "visitorName", d.decision, r.outcome,
    r.visit_id AS "visitId", r.changes, g.reading -> 'sheets' -> r.sheet_index ->> 'name' AS sheet
  FROM import_rows r
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  LEFT JOIN import_readings g ON g.import_id = r.import_id
  WHERE r.import_id = ${importId} AND r.ready
    AND (${ids}::uuid[] IS NULL OR r.school_id IN (SELECT id FROM around))
  ORDER BY r.position`;
  },
);

/** Each with itself, those it followed and those that followed it. */
export const SAME_SCHOOLS = statement('imports.same-schools', (schoolIds: readonly string[]) => {
  const ids = shared(schoolIds);
  return sql<{ schoolId: string; sameIds: string[] }>`
  SELECT id AS "schoolId", array_agg(DISTINCT same_id) AS "sameIds" FROM (
    SELECT id, id AS same_id FROM unnest(${ids}::uuid[]) AS s (id)
    UNION SELECT school_id, ancestor_id FROM school_lineage WHERE school_id = ANY (${ids}::uuid[])
    UNION SELECT ancestor_id, school_id FROM school_lineage WHERE ancestor_id = ANY (${ids}::uuid[])
  ) AS pairs GROUP BY id`;
});

type VisitOnRecord = RecordedVisit & { schoolId: string; day: Day };

/**
 * A visit that has not taken place stands on the day it was planned for; one that was taken to
 * another school stands at the one it came from as well, where the file has it.
 */
export const RECORDED_VISITS = statement(
  'imports.recorded-visits',
  (schoolIds: readonly string[], days: readonly Day[]) => {
    const ids = shared(schoolIds);
    return sql<VisitOnRecord>`
  SELECT v.id, v.version, v.status, v.kind, v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", o.met_with AS "metWith", o.summary,
    coalesce(v.void_reason, v.cancel_reason, v.not_held_reason) AS why,
    at.school_id AS "schoolId", coalesce(v.visited_on, v.scheduled_on) AS day
  FROM (
    SELECT id, school_id FROM visits WHERE school_id = ANY (${ids}::uuid[])
    UNION SELECT visit_id, school_id_before FROM visit_events WHERE school_id_before = ANY (${ids}::uuid[])
  ) AS at
  JOIN visits v ON v.id = at.id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  LEFT JOIN users u ON u.id = v.visitor_id
  WHERE coalesce(v.visited_on, v.scheduled_on) = ANY (${days}::date[])
  ORDER BY v.created_at, v.id`;
  },
);

/** Planned visits that nobody has logged, from the first day to the last. */
export const PLANNED_BETWEEN = statement(
  'imports.planned-between',
  (schoolIds: readonly string[], from: Day, to: Day) => sql<VisitOnRecord>`
  SELECT v.id, v.version, v.status, v.kind, v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", NULL AS "metWith", NULL AS summary,
    NULL AS why, v.school_id AS "schoolId", v.scheduled_on AS day
  FROM visits v LEFT JOIN users u ON u.id = v.visitor_id
  WHERE v.school_id = ANY (${schoolIds}::uuid[]) AND ${agreedVisit('v')}
    AND v.scheduled_on BETWEEN ${from}::date AND ${to}::date
  ORDER BY v.scheduled_on, v.id`,
);

/** @param months the first day of each */
export const RECORDED_IN_MONTHS = statement(
  'imports.recorded-in-months',
  (schoolIds: readonly string[], months: readonly Day[]) => sql<VisitOnRecord>`
  SELECT v.id, v.version, v.status, v.kind, v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", o.met_with AS "metWith", o.summary,
    NULL AS why, v.school_id AS "schoolId", v.visited_on AS day
  FROM visits v
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  LEFT JOIN users u ON u.id = v.visitor_id
  WHERE v.school_id = ANY (${schoolIds}::uuid[])
    AND date_trunc('month', v.visited_on::timestamp)::date = ANY (${months}::date[])
  ORDER BY v.visited_on, v.id`,
);

export const WRITE_JUDGEMENTS = statement(
  'imports.write-judgements',
  (importId: string, judgements: string) => sql`
  UPDATE import_rows r SET outcome = j.outcome, reason = j.reason, reason_column = r.column_name,
    reason_value = r.day_as_written, handed_back_for = j."handedBackFor", question_key = NULL,
    visit_id = j."visitId", visit_version = j."visitVersion", changes = j.changes
  FROM json_to_recordset(${judgements}::json) AS j ("rowKey" text, outcome text, reason text,
    "handedBackFor" text, "visitId" uuid, "visitVersion" integer, changes jsonb)
  WHERE r.import_id = ${importId} AND r.row_key = j."rowKey"`,
);
