import type { EntityManager } from 'typeorm';
import { markStale, rebuildLineage } from '../scoring';
import { BatchInsert } from './batch-insert';
import type { ImportCounts, ImportWork } from './import-work';
import { REMEMBER_DISTRICTS } from './register-findings.queries';
import {
  COUNT_SCHOOLS,
  CREATE_STAGED_SCHOOLS,
  FIND_CHANGED_SCHOOLS,
  INSERT_SCHOOLS,
  RECORD_SCHOOL_CHANGES,
  RESOLVE_SCHOOLS,
  STAGE_SCHOOLS,
  UPDATE_SCHOOLS,
  type REGISTER_COLUMNS,
} from './school-changes.queries';

/** What a row says of a school: a value, or null for none; a column not mentioned stays as it is. */
export interface StagedSchool {
  line: number;
  urn: number;
  record: Partial<Record<(typeof REGISTER_COLUMNS)[number], string | number | boolean | null>>;
}

/** Opens the temporary table that `applySchoolChanges` reads. */
export async function openSchoolStaging(
  manager: EntityManager,
): Promise<BatchInsert<StagedSchool>> {
  await manager.query(CREATE_STAGED_SCHOOLS);
  return new BatchInsert<StagedSchool>(manager, STAGE_SCHOOLS);
}

/**
 * Brings `schools` in line with what was staged. A row that says what is known already is not
 * written again. People's own work (region set by hand, notes, contacts) is not touched.
 */
export async function applySchoolChanges({
  manager,
  record,
  today,
}: ImportWork): Promise<ImportCounts> {
  await manager.query('ANALYZE staged_schools');
  // Between comparing and writing nobody may change a school; whoever reads is not kept waiting.
  await manager.query('LOCK TABLE schools IN SHARE ROW EXCLUSIVE MODE');
  await manager.query(RESOLVE_SCHOOLS, [today]);
  await manager.query('ANALYZE target_schools');
  await manager.query(REMEMBER_DISTRICTS);
  await manager.query(FIND_CHANGED_SCHOOLS);
  const [counts]: [ImportCounts] = await manager.query(COUNT_SCHOOLS);
  if (counts.created + counts.updated + counts.closed === 0) return counts;
  await manager.query(RECORD_SCHOOL_CHANGES, [record.id]);
  await manager.query(UPDATE_SCHOOLS);
  await manager.query(INSERT_SCHOOLS);
  await rebuildLineage(manager);
  const changed: { id: string }[] = await manager.query('SELECT id FROM changed_schools');
  await markStale(
    manager,
    changed.map(({ id }) => id),
  );
  return counts;
}
