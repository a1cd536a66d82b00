import type { EntityManager } from 'typeorm';
import { rebuildLineage } from '../scoring';
import { rowsOf, sql } from '@tracker/data';
import { BatchInsert } from './batch-insert';
import type { ImportCounts, ImportWork } from './import-work';
import { REMEMBER_DISTRICTS } from './register-findings.queries';
import {
  COUNT_SCHOOLS,
  CREATE_STAGED_SCHOOLS,
  FIND_CHANGED_SCHOOLS,
  INSERT_SCHOOLS,
  LOCK_SCHOOLS,
  RECORD_SCHOOL_CHANGES,
  RESOLVE_SCHOOLS,
  STAGE_SCHOOLS,
  UPDATE_SCHOOLS,
} from './school-changes.queries';

/** What a row says of a school: a value, or null for none; a column not mentioned stays as it is. */
export interface StagedSchool {
  line: number;
  urn: number;
  record: Record<string, string | number | boolean | null>;
}

/** Opens the temporary table that `applySchoolChanges` reads. */
export async function openSchoolStaging(
  manager: EntityManager,
): Promise<BatchInsert<StagedSchool>> {
  await CREATE_STAGED_SCHOOLS.run(manager);
  return new BatchInsert<StagedSchool>((rows) => STAGE_SCHOOLS.run(manager, rows));
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
  await rowsOf(manager, sql`ANALYZE staged_schools`);
  await LOCK_SCHOOLS.run(manager);
  await RESOLVE_SCHOOLS.run(manager, today);
  await rowsOf(manager, sql`ANALYZE target_schools`);
  await REMEMBER_DISTRICTS.run(manager);
  await FIND_CHANGED_SCHOOLS.run(manager);
  const counts = await COUNT_SCHOOLS.one(manager);
  if (counts.created + counts.updated + counts.closed === 0) return counts;
  await RECORD_SCHOOL_CHANGES.run(manager, record.id);
  await UPDATE_SCHOOLS.run(manager);
  await INSERT_SCHOOLS.run(manager);
  await rebuildLineage(manager);
  return counts;
}
