import { type Import, IMPORT_LIST, type ImportRejection } from '@tracker/contract';
import type { RegisterOutcome } from '@tracker/domain';
import { shared, sql, statement } from '@tracker/data';
import { type FilterConditions, holds, is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { HAS_WAITING } from './findings.queries';

export const IMPORT_SPEC: ListSpec<typeof IMPORT_LIST> = {
  filters: IMPORT_LIST.filters,
  sorts: {
    id: 'i.id',
    createdAt: 'i.created_at',
    kind: 'i.kind',
    status: 'i.status',
    fileName: 'i.file_name COLLATE "und-x-icu"',
    finishedAt: 'i.finished_at',
  },
  defaultOrder: 'i.created_at DESC',
  tieBreak: 'i.id',
};

/** The filters of the list of imports as conditions on `i`. */
export const IMPORT_CONDITIONS: FilterConditions<typeof IMPORT_LIST> = {
  id: isOneOfIds('i.id'),
  kind: isOneOf('i.kind'),
  status: isOneOf('i.status'),
  dryRun: is('i.dry_run'),
  since: (day) => sql`i.created_at >= (${day}::date)::timestamp AT TIME ZONE 'Europe/London'`,
  awaitsDecision: holds(HAS_WAITING),
};

export type ImportRead = Omit<Import, 'rejections' | 'sayings' | 'decisions'> & {
  register: RegisterOutcome | null;
};

/** An import as the contract has it, but for its rejections. */
export const SELECT_IMPORT = sql<ImportRead>`
  SELECT i.id, i.version, i.created_at AS "createdAt", i.updated_at AS "updatedAt", i.kind,
    i.file_name AS "fileName", i.dry_run AS "dryRun", i.status, i.progress, i.created, i.updated,
    i.unchanged, i.closed, i.rejected, i.skipped, i.message,
    i.requested_by_id AS "requestedById", u.name AS "requestedByName",
    i.started_at AS "startedAt", i.finished_at AS "finishedAt",
    i.status = 'done' AND NOT i.dry_run AND (
      i.created + i.updated + i.closed > 0
      OR EXISTS (SELECT FROM import_changes c WHERE c.import_id = i.id)) AS "canUndo",
    i.register
  FROM imports i
  LEFT JOIN users u ON u.id = i.requested_by_id`;

export const READ_IMPORT = statement(
  'imports.read',
  (id: string) => sql<ImportRead>`${SELECT_IMPORT} WHERE i.id = ${id}`,
);

// Of a file of several sheets the message names the sheet: "line 7" alone is one of each.
interface FirstRejection extends Omit<ImportRejection, 'school'> {
  /** Of a file of visits, what the row writes. */
  school: string | null;
  header: string[] | null;
  cells: string[];
}

export const FIRST_REJECTIONS = statement(
  'imports.first-rejections',
  (importId: string, most: number) => {
    const id = shared(importId);
    return sql<FirstRejection>`
  SELECT r.line, r.column_name AS "column", r.value,
    CASE WHEN g.sheets > 1 THEN concat('Sheet "', g.reading -> 'sheets' -> r.sheet_index ->> 'name',
      '": ', r.message) ELSE r.message END AS message,
    coalesce(w.said ->> 'schoolName', w.said ->> 'urn') AS school,
    i.options -> 'header' AS header, r.cells
  FROM rejected_rows r
  JOIN imports i ON i.id = r.import_id
  LEFT JOIN import_rows w ON w.import_id = r.import_id AND w.position = r.seq
    AND r.sheet_index IS NOT NULL
  LEFT JOIN (
    SELECT import_id, reading, (SELECT count(*) FROM jsonb_array_elements(reading -> 'sheets') s
      WHERE (s ->> 'read')::boolean) AS sheets
    FROM import_readings WHERE import_id = ${id}
  ) g ON g.import_id = r.import_id AND r.sheet_index IS NOT NULL
  WHERE r.import_id = ${id} ORDER BY r.seq LIMIT ${most}`;
  },
);

export interface RejectedRow {
  seq: number;
  line: number;
  column: string;
  message: string;
  cells: string[];
  /** Of a workbook of visits. */
  sheetIndex: number | null;
}

export const REJECTIONS_AFTER = statement(
  'imports.rejections-after',
  (importId: string, last: number, most: number) => sql<RejectedRow>`
  SELECT seq, line, column_name AS "column", message, cells, sheet_index AS "sheetIndex"
  FROM rejected_rows WHERE import_id = ${importId} AND seq > ${last} ORDER BY seq LIMIT ${most}`,
);
