import { HANDED_BACK_FOR, VISIT_ROW_OUTCOMES } from '@tracker/contract';
import type { ListSpec } from '../http/list-query';

export const IMPORT_ROW_LIST: ListSpec = {
  filters: {
    outcome: VISIT_ROW_OUTCOMES,
    handedBackFor: HANDED_BACK_FOR,
    sheetIndex: 'integer',
    questionKey: 'text',
    /** Part of the school, the day or the visitor as written. */
    q: 'text',
  },
  sorts: { position: 'r.position', outcome: 'r.outcome', visitedOn: 'r.visited_on' },
  defaultOrder: 'r.position',
  tieBreak: 'r.row_key',
};

/** The contract's ImportRow, without WHERE. */
export const SELECT_ROW = `
  SELECT r.row_key AS id, r.sheet_index AS "sheetIndex",
    g.reading -> 'sheets' -> r.sheet_index ->> 'name' AS sheet, r.line,
    coalesce(r.reason_column, r.column_name) AS "column", r.cells, r.outcome, r.reason,
    r.handed_back_for AS "handedBackFor", r.question_key AS "questionKey",
    coalesce(r.said ->> 'schoolName', r.said ->> 'urn', '') AS "schoolAsWritten",
    r.school_id AS "schoolId", s.name AS "schoolName", s.urn AS "schoolUrn", s.town AS "schoolTown",
    r.school_found_by AS "schoolFoundBy",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('schoolId', c -> 'schoolId', 'urn', c -> 'urn',
        'name', c -> 'name', 'town', c -> 'town', 'closed', c ->> 'status' = 'closed') ORDER BY at), '[]')
      FROM jsonb_array_elements(r.candidates) WITH ORDINALITY AS each (c, at)) AS candidates,
    r.day_as_written AS "dayAsWritten", r.visited_on AS "visitedOn",
    coalesce(r.said ->> 'kind', 'cycle') AS kind, r.visitor_name AS visitor,
    r.said ->> 'metWith' AS "metWith", r.said ->> 'summary' AS summary, r.visit_id AS "visitId",
    r.changes, d.decision
  FROM import_rows r
  LEFT JOIN import_readings g ON g.import_id = r.import_id
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  LEFT JOIN schools s ON s.id = r.school_id`;

// $1: the import
export const SELECT_READING = `
  SELECT reading, current FROM import_readings WHERE import_id = $1`;

// $1: the import
export const COUNT_OUTCOMES = `
  SELECT outcome, handed_back_for AS "handedBackFor", count(*)::int AS count
  FROM import_rows WHERE import_id = $1 AND outcome IS NOT NULL
  GROUP BY outcome, handed_back_for`;

// $1: the import
export const VISITORS_OF_FILE = `
  SELECT r.said ->> 'visitorName' AS name, count(*)::int AS rows, r.visitor_id AS "userId",
    u.name AS "userName",
    CASE WHEN u.id IS NULL THEN NULL
      WHEN lower(regexp_replace(trim(r.said ->> 'visitorName'), '\\s+', ' ', 'g')) = lower(u.name)
        THEN 'account' ELSE 'remembered' END AS known
  FROM import_rows r LEFT JOIN users u ON u.id = r.visitor_id
  WHERE r.import_id = $1 AND r.said ->> 'visitorName' IS NOT NULL
  GROUP BY 1, r.visitor_id, u.id
  ORDER BY 2 DESC, 1 LIMIT 500`;
