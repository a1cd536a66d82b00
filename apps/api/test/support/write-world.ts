import { isInScope, isStateFunded } from '@tracker/domain';
import { rebuildLineage } from '@tracker/work';
import type { DataSource } from 'typeorm';
import type { World } from './progress-world';

/** Writes a hub in the place of the one before; what follows from it is worked out by the tracker. */
export async function writeWorld(
  dataSource: DataSource,
  { schools, links, visits, kindsNotCounting }: World,
  surveyVersionId: string,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const table of ['survey_responses', 'visits', 'school_links', 'schools', 'targets']) {
      await manager.query(`DELETE FROM ${table}`);
    }
    await manager.query('DELETE FROM settings');
    const rows = schools.map((one) => ({
      ...one,
      inScope: isInScope({ status: one.status, stateFunded: isStateFunded(one.type ?? '') }),
    }));
    await manager.query(INSERT_SCHOOLS, [JSON.stringify(rows)]);
    await manager.query(INSERT_VISITS, [JSON.stringify(visits)]);
    await manager.query(INSERT_RESPONSES, [JSON.stringify(visits), surveyVersionId]);
    await manager.query(INSERT_LINKS, [JSON.stringify(links)]);
    await manager.query(
      `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', $1::jsonb)`,
      [JSON.stringify(kindsNotCounting)],
    );
    await rebuildLineage(manager);
  });
}

const INSERT_SCHOOLS = `
  INSERT INTO schools (id, urn, name, region_id, district, phase, establishment_type, fsm_percent,
    status, in_scope, opened_on, closed_on)
  SELECT id, urn, 'School ' || urn, "regionId", district, phase, type, fsm, status, "inScope",
    "openedOn", "closedOn"
  FROM json_to_recordset($1::json) AS s (id uuid, urn int, "regionId" uuid, district text, phase text,
    type text, fsm numeric, status text, "inScope" boolean, "openedOn" date, "closedOn" date)`;

const INSERT_VISITS = `
  INSERT INTO visits (id, created_at, school_id, kind, status, scheduled_on, visited_on, cancelled_by,
    cancel_reason, not_held_reason, voided_from, void_reason, voided_at)
  SELECT id, ("recordedOn" + time '23:30') AT TIME ZONE 'Europe/London', "schoolId", kind, status,
    "scheduledOn", "visitedOn", "cancelledBy",
    CASE WHEN 'cancelled' IN (status, "voidedFrom") THEN reason END,
    CASE WHEN 'not_held' IN (status, "voidedFrom") THEN reason END, "voidedFrom",
    CASE WHEN status = 'void' THEN 'Logged twice' END, CASE WHEN status = 'void' THEN now() END
  FROM json_to_recordset($1::json) AS v (id uuid, "recordedOn" date, "schoolId" uuid, kind text, status text,
    "scheduledOn" date, "visitedOn" date, "cancelledBy" text, reason text, "voidedFrom" text)`;

/** A survey asked at a visit, handed in or not, or a school's own that the visit went through. */
const INSERT_RESPONSES = `
  INSERT INTO survey_responses (school_id, survey_version_id, source, visit_id,
    confirmed_by_visit_id, answered_on, submitted_at)
  SELECT "schoolId", $2, CASE survey WHEN 'gone through' THEN 'school' ELSE 'visit' END,
    CASE WHEN survey <> 'gone through' THEN id END, CASE WHEN survey = 'gone through' THEN id END,
    '2024-09-01', CASE WHEN survey <> 'draft' THEN now() END
  FROM json_to_recordset($1::json) AS v (id uuid, "schoolId" uuid, survey text)
  WHERE survey <> 'none'`;

const INSERT_LINKS = `
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type)
  SELECT predecessor, successor, 'Successor'
  FROM json_to_recordset($1::json) AS l (predecessor int, successor int)`;
