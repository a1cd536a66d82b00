import type { Day, RowDecision } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { judgeRows } from './judge-rows';
import { currentReading } from './keep-reading';
import { schoolKey, visitorKey } from './match-rows';
import { openSettling, openStaging, type RowOfFile } from './stage-rows';
import { COUNT_ROWS } from './visits-import.queries';
import { ImportConflict } from '../import-problem';

type RowToSettle = RowOfFile & { decision: RowDecision | null; schoolId: string | null };

const SELECT_ROWS = `
  SELECT r.row_key AS "rowKey", r.position, r.sheet_index AS "sheetIndex", r.line,
    r.column_name AS "columnName", r.cells, r.day_as_written AS "dayAsWritten",
    r.day_in_file AS "dayInFile", r.said, r.faults, r.school_id AS "schoolId", d.decision
  FROM import_rows r
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  WHERE r.import_id = $1`;

const RECOUNT = `
  UPDATE imports i SET created = c.created, updated = c.updated, unchanged = c.unchanged,
    rejected = c.rejected, skipped = c.skipped + (
      SELECT coalesce(sum((p ->> 'count')::int), 0) FROM import_readings g,
        jsonb_array_elements(g.reading -> 'sheets') s, jsonb_array_elements(s -> 'passedOver') p
      WHERE g.import_id = $1),
    version = version + 1, updated_at = clock_timestamp()
  FROM (${COUNT_ROWS}) c WHERE i.id = $1`;

/** Settles rows anew, with the names that are known by now, and compares them with the record. */
async function settleAgain(
  manager: EntityManager,
  importId: string,
  rows: readonly RowToSettle[],
  { today, takeChanges }: { today: Day; takeChanges: boolean },
): Promise<void> {
  const reading = await currentReading(manager, importId);
  if (!reading) throw new ImportConflict('The file is being read. Try again in a moment.');
  const settle = await openSettling(manager, today, reading.sheets);
  const staging = openStaging(manager, importId);
  const schoolIds = new Set<string>();
  for (const { decision, schoolId, ...row } of rows) {
    const settled = settle(row, decision ?? {});
    for (const each of [schoolId, settled.schoolId]) if (each !== null) schoolIds.add(each);
    await staging.add(settled);
  }
  await staging.flush();
  await judgeRows(manager, importId, { takeChanges, schoolIds: [...schoolIds] });
  await manager.query(RECOUNT, [importId]);
}

export interface DecidedBy {
  userId: string | null;
  today: Day;
  takeChanges: boolean;
}

const DECIDE = `
  INSERT INTO import_row_decisions (import_id, row_key, decision, decided_by_id)
  VALUES ($1, $2, $3, $4)
  ON CONFLICT (import_id, row_key) DO UPDATE SET decision = EXCLUDED.decision,
    decided_by_id = EXCLUDED.decided_by_id, decided_at = now()`;

const REMEMBER = `
  INSERT INTO known_names (kind, key, name, school_id, user_id, remembered_by_id)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (kind, key) DO UPDATE SET school_id = EXCLUDED.school_id, user_id = EXCLUDED.user_id,
    remembered_by_id = EXCLUDED.remembered_by_id, version = known_names.version + 1, updated_at = now()
  WHERE (known_names.school_id, known_names.user_id)
    IS DISTINCT FROM (EXCLUDED.school_id, EXCLUDED.user_id)`;

/**
 * Keeps what a person decided about a row; an empty decision takes an earlier one back. A school
 * chosen for a name is remembered, and the other rows of that name follow.
 *
 * @returns false where the import has no such row
 */
export async function decideRow(
  manager: EntityManager,
  importId: string,
  rowKey: string,
  decision: RowDecision,
  { userId, ...options }: DecidedBy,
): Promise<boolean> {
  const [row]: RowToSettle[] = await manager.query(`${SELECT_ROWS} AND r.row_key = $2`, [
    importId,
    rowKey,
  ]);
  if (!row) return false;
  if (Object.keys(decision).length === 0) {
    const forget = 'DELETE FROM import_row_decisions WHERE import_id = $1 AND row_key = $2';
    await manager.query(forget, [importId, rowKey]);
  } else {
    await manager.query(DECIDE, [importId, rowKey, JSON.stringify(decision), userId]);
  }
  const { schoolName } = row.said;
  const key = schoolKey(schoolName ?? '');
  const remembered = decision.schoolId && decision.remember !== false && key !== '' && schoolName;
  let alike: RowToSettle[] = [];
  if (remembered) {
    await manager.query(REMEMBER, ['school', key, schoolName, decision.schoolId, null, userId]);
    const named: RowToSettle[] = await manager.query(
      `${SELECT_ROWS} AND r.row_key <> $2 AND r.school_found_by IS DISTINCT FROM 'chosen'`,
      [importId, rowKey],
    );
    alike = named.filter(({ said }) => schoolKey(said.schoolName ?? '') === key);
  }
  const decided = { ...row, decision };
  await settleAgain(manager, importId, [decided, ...alike], options);
  return true;
}

/** Remembers whose name or initials these are, or forgets it, and settles the rows that have them. */
export async function nameVisitor(
  manager: EntityManager,
  importId: string,
  { name, visitorId }: { name: string; visitorId: string | null },
  { userId, ...options }: DecidedBy,
): Promise<void> {
  const key = visitorKey(name);
  if (visitorId === null) {
    await manager.query(`DELETE FROM known_names WHERE kind = 'visitor' AND key = $1`, [key]);
  } else {
    await manager.query(REMEMBER, ['visitor', key, name, null, visitorId, userId]);
  }
  const rows: RowToSettle[] = await manager.query(`${SELECT_ROWS} AND r.said ? 'visitorName'`, [
    importId,
  ]);
  const named = rows.filter(({ said }) => visitorKey(said.visitorName ?? '') === key);
  await settleAgain(manager, importId, named, options);
}
