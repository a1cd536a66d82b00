import { isUUID } from 'class-validator';
import type { DataSource } from 'typeorm';
import type { EntryRow } from './audit-row';

/** What each kind of record is called; a visit by its day. */
const NAMES = `
  SELECT id::text, name FROM schools WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, name FROM regions WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, name FROM users WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, name FROM contacts WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, title FROM follow_up_actions WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, file_name FROM imports WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, starts_in FROM visit_cycles WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, label FROM outcome_tags WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, academic_year FROM music_development_plans WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, year FROM school_years WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, academic_year FROM targets WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, year::text FROM bank_holiday_years WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, title FROM survey_versions WHERE id = ANY ($1::uuid[])
  UNION ALL (SELECT DISTINCT ON (survey_id) survey_id::text, title FROM survey_versions
    WHERE survey_id = ANY ($1::uuid[]) ORDER BY survey_id, number DESC)
  UNION ALL SELECT id::text, answered_on::text FROM survey_responses WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id::text, coalesce(visited_on, scheduled_on)::text FROM visits
    WHERE id = ANY ($1::uuid[]) AND coalesce(visited_on, scheduled_on) IS NOT NULL`;

/** Names behind every id that these entries speak of, with one query. */
export async function namesIn(
  dataSource: DataSource,
  rows: readonly EntryRow[],
): Promise<Map<string, string>> {
  const ids = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
    else if (isUUID(value)) ids.add(value as string);
  };
  for (const { recordId, changes } of rows) {
    add(recordId);
    add(changes);
  }
  if (ids.size === 0) return new Map();
  const found: { id: string; name: string }[] = await dataSource.query(NAMES, [[...ids]]);
  return new Map(found.map(({ id, name }) => [id, name]));
}
