import type { RowDecision } from '@tracker/domain';
import { shared, sql, type Sql, statement } from '@tracker/data';
import type { RowOfFile } from './stage-rows';
import { countRows } from './visits-import.queries';

export type RowToSettle = RowOfFile & { decision: RowDecision | null; schoolId: string | null };

const selectRows = (importId: string, which: Sql): Sql<RowToSettle> => sql`
  SELECT r.row_key AS "rowKey", r.position, r.sheet_index AS "sheetIndex", r.line,
    r.column_name AS "columnName", r.cells, r.day_as_written AS "dayAsWritten",
    r.day_in_file AS "dayInFile", r.said, r.faults, r.school_id AS "schoolId", d.decision
  FROM import_rows r
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  WHERE r.import_id = ${importId} AND ${which}`;

export const ROW_OF_FILE = statement('imports.row-of-file', (importId: string, rowKey: string) =>
  selectRows(importId, sql`r.row_key = ${rowKey}`),
);

/** Those other than the row at hand whose school nobody chose. */
export const ROWS_NOT_CHOSEN = statement(
  'imports.rows-not-chosen',
  (importId: string, rowKey: string) =>
    selectRows(
      importId,
      sql`r.row_key <> ${rowKey} AND r.school_found_by IS DISTINCT FROM 'chosen'`,
    ),
);

export const ROWS_WITH_VISITOR = statement('imports.rows-with-visitor', (importId: string) =>
  selectRows(importId, sql`r.said ? 'visitorName'`),
);

export const RECOUNT = statement('imports.recount', (id: string) => {
  const importId = shared(id);
  return sql`
  UPDATE imports i SET created = c.created, updated = c.updated, unchanged = c.unchanged,
    rejected = c.rejected, skipped = c.skipped + (
      SELECT coalesce(sum((p ->> 'count')::int), 0) FROM import_readings g,
        jsonb_array_elements(g.reading -> 'sheets') s, jsonb_array_elements(s -> 'passedOver') p
      WHERE g.import_id = ${importId}),
    version = version + 1, updated_at = clock_timestamp()
  FROM (${countRows(importId)}) c WHERE i.id = ${importId}`;
});

interface Decided {
  importId: string;
  rowKey: string;
  /** As JSON. */
  decision: string;
  userId: string | null;
}

export const DECIDE = statement(
  'imports.decide-on-row',
  ({ importId, rowKey, decision, userId }: Decided) => sql`
  INSERT INTO import_row_decisions (import_id, row_key, decision, decided_by_id)
  VALUES (${importId}, ${rowKey}, ${decision}, ${userId})
  ON CONFLICT (import_id, row_key) DO UPDATE SET decision = EXCLUDED.decision,
    decided_by_id = EXCLUDED.decided_by_id, decided_at = now()`,
);

interface KnownName {
  kind: 'school' | 'visitor';
  key: string;
  name: string;
  /** Whose name it is, of a school. */
  schoolId?: string | null;
  /** And of a visitor. */
  userId?: string | null;
  by: string | null;
}

export const REMEMBER = statement(
  'imports.remember-name',
  ({ kind, key, name, schoolId, userId, by }: KnownName) => sql`
  INSERT INTO known_names (kind, key, name, school_id, user_id, remembered_by_id)
  VALUES (${kind}, ${key}, ${name}, ${schoolId ?? null}, ${userId ?? null}, ${by})
  ON CONFLICT (kind, key) DO UPDATE SET school_id = EXCLUDED.school_id, user_id = EXCLUDED.user_id,
    remembered_by_id = EXCLUDED.remembered_by_id, version = known_names.version + 1, updated_at = now()
  WHERE (known_names.school_id, known_names.user_id)
    IS DISTINCT FROM (EXCLUDED.school_id, EXCLUDED.user_id)`,
);

export const FORGET_VISITOR = statement(
  'imports.forget-visitor',
  (key: string) => sql`DELETE FROM known_names WHERE kind = 'visitor' AND key = ${key}`,
);
