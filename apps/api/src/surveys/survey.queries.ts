import { answersConfirmed, answersCount, atStandingVisit } from '@tracker/server';

/** The contract's Survey, from `surveys y`. A survey is in use when its version was published last. */
export const SELECT_SURVEY = `
  SELECT y.id, y.version, y.created_at AS "createdAt", y.updated_at AS "updatedAt",
    newest.title,
    y.id = (SELECT survey_id FROM survey_versions WHERE published_at IS NOT NULL
            ORDER BY published_at DESC, number DESC LIMIT 1) IS TRUE AS "inUse",
    (SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'title', v.title,
        'questionCount', jsonb_array_length(v.questions), 'publishedAt', v.published_at,
        'updatedAt', v.updated_at) ORDER BY v.number DESC)
     FROM survey_versions v WHERE v.survey_id = y.id) AS versions,
    (SELECT count(*)::int FROM survey_responses r JOIN survey_versions v ON v.id = r.survey_version_id
     WHERE v.survey_id = y.id AND ${answersCount()}) AS responses
  FROM surveys y
  JOIN LATERAL (SELECT title FROM survey_versions v WHERE v.survey_id = y.id
                ORDER BY number DESC LIMIT 1) AS newest ON true`;

/** The contract's SurveyVersion, from `survey_versions v`. */
export const SELECT_VERSION = `
  SELECT v.id, v.version, v.created_at AS "createdAt", v.updated_at AS "updatedAt",
    v.survey_id AS "surveyId", v.number, v.title, v.intro, v.questions,
    v.published_at AS "publishedAt", v.published_by_id AS "publishedById"
  FROM survey_versions v`;

/**
 * The contract's SurveyResponse, from `survey_responses r`, `survey_versions v`, `schools s` and
 * `users u`. `academicYear` and `phases` are the rules' to say and are added afterwards.
 */
export const SELECT_RESPONSE = `
  SELECT r.id, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    r.school_id AS "schoolId", s.name AS "schoolName", v.survey_id AS "surveyId",
    v.id AS "versionId", v.number AS "versionNumber", v.title, r.source, r.visit_id AS "visitId",
    r.answered_on AS "answeredOn", r.submitted_at AS "submittedAt", r.filled_in_by AS "filledInBy",
    r.entered_by_id AS "enteredById", u.name AS "enteredByName",
    r.confirmed_by_visit_id AS "confirmedByVisitId", NOT (${atStandingVisit()}) AS "visitVoid", s.phase,
    s.establishment_type AS "establishmentType",
    (SELECT coalesce(jsonb_object_agg(a.question_key, a.value), '{}')
     FROM survey_answers a WHERE a.response_id = r.id) AS answers
  FROM survey_responses r
  JOIN survey_versions v ON v.id = r.survey_version_id
  JOIN schools s ON s.id = r.school_id
  LEFT JOIN users u ON u.id = r.entered_by_id`;

/**
 * The last submitted answer to each question, of each school ($1) its own or a predecessor's. Of one
 * day, a visit's goes before the school's own, which it has confirmed.
 */
export const LAST_ANSWERS = `
  SELECT DISTINCT ON (l.school_id, a.question_key) l.school_id AS "forSchoolId",
    a.question_key AS key, a.value AS answer,
    r.answered_on AS "on", r.source, r.school_id AS "schoolId", s.name AS "schoolName",
    r.id AS "responseId"
  FROM school_lineage l
  JOIN survey_responses r ON r.school_id = l.ancestor_id AND ${answersCount()}
  JOIN survey_answers a ON a.response_id = r.id
  JOIN schools s ON s.id = r.school_id
  WHERE l.school_id = ANY ($1::uuid[])
  ORDER BY l.school_id, a.question_key, r.answered_on DESC, r.source DESC, r.submitted_at DESC, r.id`;

/** A version ($1) of the survey and the kind of school ($2) that answers it. */
export const ASKED_OF_SCHOOL = `
  SELECT s.phase, s.establishment_type AS "establishmentType",
    (SELECT json_build_object('title', v.title, 'questions', v.questions, 'publishedAt', v.published_at)
     FROM survey_versions v WHERE v.id = $1) AS asked
  FROM schools s WHERE s.id = $2`;

/**
 * The response of a visit ($1) at a school ($2) to a version ($3) on the visit's day ($4), submitted
 * or not ($5), entered by $6; a second time replaces the first. Submitted, the visit has confirmed
 * what the school or a predecessor had sent in by itself.
 */
export const WRITE_VISIT_RESPONSE = `
  WITH confirmed AS (
    UPDATE survey_responses SET confirmed_by_visit_id = $1, version = version + 1, updated_at = now()
    WHERE $5 AND source = 'school' AND submitted_at IS NOT NULL AND NOT ${answersConfirmed('survey_responses')}
      AND school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = $2))
  INSERT INTO survey_responses AS r
    (school_id, survey_version_id, source, visit_id, answered_on, submitted_at, entered_by_id)
  VALUES ($2, $3, 'visit', $1, $4, CASE WHEN $5 THEN now() END, $6)
  ON CONFLICT (visit_id) DO UPDATE SET school_id = excluded.school_id,
    survey_version_id = excluded.survey_version_id, answered_on = excluded.answered_on,
    submitted_at = CASE WHEN $5 THEN coalesce(r.submitted_at, now()) END,
    entered_by_id = excluded.entered_by_id, version = r.version + 1, updated_at = now()
  RETURNING id`;

/** What is recorded of a response ($1, of school $2) becomes exactly these answers ($3, an object). */
export const RECORD_ANSWERS = `
  WITH sent AS (SELECT key, value FROM jsonb_each($3::jsonb)),
  gone AS (DELETE FROM survey_answers a WHERE a.response_id = $1
           AND NOT EXISTS (SELECT 1 FROM sent WHERE sent.key = a.question_key))
  INSERT INTO survey_answers (response_id, school_id, question_key, value)
  SELECT $1, $2, key, value FROM sent
  ON CONFLICT (response_id, question_key) DO UPDATE SET value = excluded.value
  WHERE survey_answers.value IS DISTINCT FROM excluded.value`;

/** The contract's SurveyLink on a day (`?`), from `survey_links k`, `schools s` and `users u`. */
export const SELECT_LINK = `
  SELECT k.id, k.school_id AS "schoolId", s.name AS "schoolName",
    CASE WHEN k.response_id IS NOT NULL THEN 'sent' WHEN k.revoked_at IS NOT NULL THEN 'revoked'
      WHEN k.expires_on < ?::date THEN 'expired' ELSE 'open' END AS state,
    k.expires_on AS "expiresOn", k.created_at AS "createdAt", k.created_by_id AS "createdById",
    u.name AS "createdByName",
    (SELECT r.updated_at FROM survey_responses r
     WHERE CASE WHEN k.response_id IS NOT NULL THEN r.id = k.response_id
       ELSE r.school_id = k.school_id AND r.source = 'school' AND r.submitted_at IS NULL
         AND k.revoked_at IS NULL END) AS "savedAt",
    k.response_id AS "responseId"
  FROM survey_links k
  JOIN schools s ON s.id = k.school_id
  LEFT JOIN users u ON u.id = k.created_by_id`;
