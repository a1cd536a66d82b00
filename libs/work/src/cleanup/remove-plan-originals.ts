import { type Day, startingYearOf } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** So many academic years after the last one that a plan covers its original is kept (rule 62). */
const KEPT_YEARS = 3;
/** What was rejected may be looked at for so long. */
const REJECTED_DAYS = 30;

/** The text of a document, and the names in it, stay as long as its original. */
const REMOVE = statement(
  'cleanup.plan-originals',
  (today: Day, thisYear: number) => sql`
  WITH over AS MATERIALIZED (
    SELECT d.id, d.file_id FROM plan_documents d
    WHERE (d.file_id IS NOT NULL OR EXISTS (SELECT FROM plan_readings r WHERE r.document_id = d.id))
      AND CASE WHEN d.status = 'rejected' THEN d.decided_on < ${today}::date - ${REJECTED_DAYS}::int
        ELSE coalesce(left(d.last_academic_year, 4)::int,
          extract(year FROM d.captured_on - interval '8 months')::int) < ${thisYear}::int - ${KEPT_YEARS}::int END
  ), readings AS (
    DELETE FROM plan_readings r USING over WHERE r.document_id = over.id
  )
  DELETE FROM stored_files f USING over WHERE f.id = over.file_id`,
  ['2026-11-20', 2026],
);

/**
 * Takes away originals of plans that have been kept for as long as they may be; what was confirmed of
 * them stays.
 *
 * @returns how many files went
 */
export const removePlanOriginals = (dataSource: DataSource, today: Day): Promise<number> =>
  REMOVE.run(dataSource, today, startingYearOf(today));
