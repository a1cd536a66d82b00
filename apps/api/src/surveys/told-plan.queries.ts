import type { Day } from '@tracker/domain';
import { answersCount, ofVisitSurvey, raw, shared, sql, statement } from '@tracker/data';

/** The academic year, `2024-25`, of a day. */
const YEAR_OF = (day: string) => {
  const next = `extract(year FROM ${day} + interval '4 months')::int`;
  return raw(`((${next} - 1) || '-' || lpad((${next} % 100)::text, 2, '0'))`);
};

/** What a row `r` of `survey_responses` says of a published plan, as `a` whether and as `b` where. */
const SAYING = raw(`survey_responses r
    JOIN survey_answers a ON a.response_id = r.id AND a.question_key = 'smdp_published'
    LEFT JOIN survey_answers b ON b.response_id = r.id AND b.question_key = 'smdp_address'`);
const ADDRESS = raw(`nullif(trim(b.value #>> '{}'), '')`);

/**
 * What a school's surveys of an academic year say of a published music development plan, once a response
 * of that year has said something or counts for the school no more: kept as told, for as long as none
 * says otherwise (rule 17). The latest that counts decides. What somebody recorded by hand goes only when
 * a survey of that day or a later one denies it.
 *
 * @param responseId that was written, or taken back with its visit
 * @param schoolId at which it counts, or counted
 * @param day of its answers, or that they were thought to be of
 */
export const SETTLE_TOLD_PLAN = statement(
  'surveys.settle-told-plan',
  (responseId: string, schoolId: string, day: Day | null) => {
    const on = shared(day);
    const school = shared(schoolId);
    return sql`
  WITH own AS (
    SELECT y.answered_on, r.entered_by_id, ${YEAR_OF('y.answered_on')} AS year,
      a.value = 'true' AS published, ${ADDRESS} AS address
    FROM ${SAYING} CROSS JOIN LATERAL (SELECT coalesce(${on}::date, r.answered_on) AS answered_on) y
    WHERE r.id = ${responseId} AND r.submitted_at IS NOT NULL AND ${ofVisitSurvey('r')}
  ), heard AS (
    SELECT r.answered_on, r.entered_by_id, a.value = 'true' AS published, ${ADDRESS} AS address,
      row_number() OVER (ORDER BY r.answered_on DESC, r.submitted_at DESC, r.id) AS place
    FROM ${SAYING} JOIN own ON own.year = ${YEAR_OF('r.answered_on')}
    WHERE r.school_id = ${school} AND ${ofVisitSurvey('r')} AND ${answersCount('r')}
  ), said AS (
    SELECT h.answered_on, h.entered_by_id, h.published, (
      SELECT x.address FROM heard x WHERE x.address IS NOT NULL
        AND NOT EXISTS (SELECT FROM heard n WHERE NOT n.published AND n.place <= x.place)
      ORDER BY x.place LIMIT 1) AS address
    FROM heard h WHERE h.place = 1
  ), gone AS (
    DELETE FROM music_development_plans p USING own
    WHERE p.school_id = ${school} AND p.known_from = 'told' AND p.academic_year = own.year AND (
      EXISTS (SELECT FROM said WHERE NOT said.published AND p.known_on <= said.answered_on)
      OR (own.published AND p.known_on = own.answered_on
        AND p.recorded_by_id IS NOT DISTINCT FROM own.entered_by_id
        AND NOT EXISTS (SELECT FROM said WHERE said.published)))
  )
  INSERT INTO music_development_plans AS p
    (school_id, academic_year, last_academic_year, known_from, known_on, url, recorded_by_id)
  SELECT ${school}::uuid, own.year, own.year, 'told', said.answered_on, said.address, said.entered_by_id
  FROM own CROSS JOIN said WHERE said.published
  ON CONFLICT (school_id, academic_year, known_from) DO UPDATE
    SET known_on = excluded.known_on, recorded_by_id = excluded.recorded_by_id,
      url = coalesce(excluded.url, nullif(p.url, (SELECT address FROM own))),
      version = p.version + 1, updated_at = now()
    WHERE (p.known_on, p.url) IS DISTINCT FROM
      (excluded.known_on, coalesce(excluded.url, nullif(p.url, (SELECT address FROM own))))
    AND (p.known_on <= excluded.known_on OR p.known_on = (SELECT answered_on FROM own))`;
  },
);

/** What was answered at a visit, and of which day. */
export const SURVEY_OF_VISIT = statement(
  'surveys.of-visit',
  (visitId: string) => sql<{ id: string; schoolId: string; answeredOn: Day }>`
  SELECT r.id, r.school_id AS "schoolId", r.answered_on AS "answeredOn" FROM survey_responses r WHERE r.visit_id = ${visitId} AND ${ofVisitSurvey('r')}`,
);
