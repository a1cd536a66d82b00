import { ofVisitSurvey, raw, shared, sql, statement } from '@tracker/data';

/** The academic year, `2024-25`, of a day. */
const YEAR_OF = (day: string) => {
  const next = `extract(year FROM ${day} + interval '4 months')::int`;
  return raw(`((${next} - 1) || '-' || lpad((${next} % 100)::text, 2, '0'))`);
};

/**
 * What a visit's survey that is handed in says of a published music development plan: kept as told, of the year
 * of its answers, for as long as none says otherwise (rule 17).
 */
export const KEEP_TOLD_PLAN = statement(
  'surveys.keep-told-plan',
  (responseId: string, answers: string) => {
    const said = shared(answers);
    return sql`
  WITH said AS (
    SELECT r.school_id, r.answered_on, r.entered_by_id, ${YEAR_OF('r.answered_on')} AS year,
      ${said}::jsonb -> 'smdp_published' AS published,
      nullif(trim(${said}::jsonb ->> 'smdp_address'), '') AS address
    FROM survey_responses r
    WHERE r.id = ${responseId} AND r.submitted_at IS NOT NULL AND ${ofVisitSurvey('r')}
  ), denied AS (
    DELETE FROM music_development_plans p USING said
    WHERE said.published = 'false' AND p.school_id = said.school_id
      AND p.known_from = 'told' AND p.academic_year = said.year
  )
  INSERT INTO music_development_plans AS p
    (school_id, academic_year, last_academic_year, known_from, known_on, url, recorded_by_id)
  SELECT school_id, year, year, 'told', answered_on, address, entered_by_id
  FROM said WHERE published = 'true'
  ON CONFLICT (school_id, academic_year, known_from) DO UPDATE
    SET known_on = excluded.known_on, url = coalesce(excluded.url, p.url),
      recorded_by_id = excluded.recorded_by_id, version = p.version + 1, updated_at = now()
    WHERE (p.known_on, p.url) IS DISTINCT FROM (excluded.known_on, coalesce(excluded.url, p.url))`;
  },
);
