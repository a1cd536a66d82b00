import { type ImportRow, IMPORT_ROW_LIST, type VisitRowOutcome } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { StoredReading } from '@tracker/work';
import { contains, type FilterConditions, is, isOneOf } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';

export const IMPORT_ROW_SPEC: ListSpec<typeof IMPORT_ROW_LIST> = {
  filters: IMPORT_ROW_LIST.filters,
  sorts: { position: 'r.position', outcome: 'r.outcome', visitedOn: 'r.visited_on' },
  defaultOrder: 'r.position',
  tieBreak: 'r.row_key',
};

/** The filters of the rows of an import as conditions on `r` and its school `s`. */
export const IMPORT_ROW_CONDITIONS: FilterConditions<typeof IMPORT_ROW_LIST> = {
  outcome: isOneOf('r.outcome'),
  handedBackFor: isOneOf('r.handed_back_for'),
  sheetIndex: is('r.sheet_index'),
  questionKey: is('r.question_key'),
  q: contains(`concat_ws(' ', r.said ->> 'schoolName', r.said ->> 'urn', r.day_as_written,
    r.said ->> 'visitorName', s.name)`),
};

/** The contract's ImportRow, without WHERE. */
export const SELECT_ROW = sql<ImportRow>`
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
    r.changes, nullif(d.decision - 'carried', '{}') AS decision,
    coalesce(d.decision ? 'carried', false) AS "decidedBefore"
  FROM import_rows r
  LEFT JOIN import_readings g ON g.import_id = r.import_id
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  LEFT JOIN schools s ON s.id = r.school_id`;

export const READ_ROW = statement(
  'imports.read-row',
  (importId: string, id: string) => sql<ImportRow>`${SELECT_ROW}
  WHERE r.import_id = ${importId} AND r.row_key = ${id}`,
);

export const SELECT_READING = statement(
  'imports.reading',
  (importId: string) => sql<{ reading: StoredReading; current: boolean }>`
  SELECT reading, current FROM import_readings WHERE import_id = ${importId}`,
);

interface OutcomeCount {
  outcome: VisitRowOutcome;
  handedBackFor: string | null;
  count: number;
}

export const COUNT_OUTCOMES = statement(
  'imports.count-outcomes',
  (importId: string) => sql<OutcomeCount>`
  SELECT outcome, handed_back_for AS "handedBackFor", count(*)::int AS count
  FROM import_rows WHERE import_id = ${importId} AND outcome IS NOT NULL
  GROUP BY outcome, handed_back_for`,
);
