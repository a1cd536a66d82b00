import type {
  KnownAnswer,
  Survey,
  SurveyLink,
  SurveyResponse,
  SurveyVersion,
} from '@tracker/contract';
import { type Day, type FormPurpose, VISIT_SURVEY } from '@tracker/domain';
import {
  answersConfirmed,
  answersCount,
  atStandingVisit,
  ofVisitSurvey,
  raw,
  shared,
  type Sql,
  sql,
  statement,
} from '@tracker/data';

interface KindOfSchool {
  phase: string | null;
  establishmentType: string | null;
}

/** The contract's Survey, from `surveys y`. In use is the one published last of its purpose (rule 15). */
export const SELECT_SURVEY = sql`
  SELECT y.id, y.version, y.created_at AS "createdAt", y.updated_at AS "updatedAt",
    y.purpose, newest.title,
    y.id = (SELECT survey_id FROM survey_versions p
            WHERE p.purpose = y.purpose AND p.published_at IS NOT NULL
            ORDER BY p.published_at DESC, p.number DESC LIMIT 1) IS TRUE AS "inUse",
    (SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'title', v.title,
        'questionCount', jsonb_array_length(v.questions), 'publishedAt', v.published_at,
        'updatedAt', v.updated_at) ORDER BY v.number DESC)
     FROM survey_versions v WHERE v.survey_id = y.id) AS versions,
    (SELECT count(*)::int FROM survey_responses r JOIN survey_versions v ON v.id = r.survey_version_id
     WHERE v.survey_id = y.id AND ${answersCount()}) AS responses
  FROM surveys y
  JOIN LATERAL (SELECT title FROM survey_versions v WHERE v.survey_id = y.id
                ORDER BY number DESC LIMIT 1) AS newest ON true`;

export const READ_SURVEY = statement(
  'surveys.read',
  (id: string) => sql<Survey>`${SELECT_SURVEY} WHERE y.id = ${id}`,
);

/** The contract's SurveyVersion, from `survey_versions v`. */
const SELECT_VERSION = sql`
  SELECT v.id, v.version, v.created_at AS "createdAt", v.updated_at AS "updatedAt",
    v.survey_id AS "surveyId", v.purpose, v.number, v.title, v.intro, v.questions,
    v.published_at AS "publishedAt", v.published_by_id AS "publishedById"
  FROM survey_versions v`;

export const READ_VERSION = statement(
  'surveys.read-version',
  (id: string) => sql<SurveyVersion>`${SELECT_VERSION} WHERE v.id = ${id}`,
);

/** What is asked now: the version of a purpose that was published last (rule 15). */
export const VERSION_IN_USE = statement(
  'surveys.version-in-use',
  (purpose: FormPurpose) => sql<SurveyVersion>`
  ${SELECT_VERSION} WHERE v.purpose = ${purpose} AND v.published_at IS NOT NULL
  ORDER BY v.published_at DESC, v.number DESC LIMIT 1`,
);

/**
 * The contract's SurveyResponse, from `survey_responses r`, `survey_versions v`, `schools s` and
 * `users u`; those of a school. `academicYear` and `phases` are the rules' to say and are added afterwards.
 */
export const SELECT_RESPONSE = sql`
  SELECT r.id, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    r.school_id AS "schoolId", s.name AS "schoolName", r.purpose, v.survey_id AS "surveyId",
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

/** A response with what the rules need to know of its school. */
export type ResponseRow = Omit<SurveyResponse, 'academicYear' | 'phases'> & KindOfSchool;

export const READ_RESPONSE = statement(
  'surveys.read-response',
  (id: string) => sql<ResponseRow>`${SELECT_RESPONSE} WHERE r.id = ${id}`,
);

/** What a school has handed in of the survey of the visits by itself last and no visit has gone through. */
export const UNCONFIRMED_RESPONSE = statement(
  'surveys.unconfirmed-response',
  (schoolId: string) => sql<ResponseRow>`
  ${SELECT_RESPONSE} WHERE r.school_id = ${schoolId} AND r.source = 'school' AND ${ofVisitSurvey()}
    AND r.submitted_at IS NOT NULL AND NOT ${answersConfirmed()}
  ORDER BY r.submitted_at DESC LIMIT 1`,
);

export const SCHOOL_ASKED = statement(
  'surveys.school-asked',
  (id: string) => sql<KindOfSchool & { name: string }>`
  SELECT name, phase, establishment_type AS "establishmentType" FROM schools WHERE id = ${id}`,
);

/**
 * The last submitted answer to each question of the survey of the visits, of each school its own or a predecessor's. Of one
 * day, a visit's goes before the school's own, which it has confirmed.
 */
export const LAST_ANSWERS = statement(
  'surveys.last-answers',
  (schoolIds: readonly string[]) => sql<KnownAnswer & { key: string; forSchoolId: string }>`
  SELECT DISTINCT ON (l.school_id, a.question_key) l.school_id AS "forSchoolId",
    a.question_key AS key, a.value AS answer,
    r.answered_on AS "on", r.source, r.school_id AS "schoolId", s.name AS "schoolName",
    r.id AS "responseId"
  FROM school_lineage l
  JOIN survey_responses r ON r.school_id = l.ancestor_id AND ${ofVisitSurvey()} AND ${answersCount()}
  JOIN survey_answers a ON a.response_id = r.id
  JOIN schools s ON s.id = r.school_id
  WHERE l.school_id = ANY (${schoolIds}::uuid[])
  ORDER BY l.school_id, a.question_key, r.answered_on DESC, r.source DESC, r.submitted_at DESC, r.id`,
);

interface Asked extends KindOfSchool {
  asked: Pick<SurveyVersion, 'purpose' | 'title' | 'questions' | 'publishedAt'> | null;
}

/** A version of the survey, if it is on record, and the kind of school that answers it. */
export const ASKED_OF_SCHOOL = statement(
  'surveys.asked-of-school',
  (versionId: string, schoolId: string) => sql<Asked>`
  SELECT s.phase, s.establishment_type AS "establishmentType",
    (SELECT json_build_object('purpose', v.purpose, 'title', v.title, 'questions', v.questions, 'publishedAt', v.published_at)
     FROM survey_versions v WHERE v.id = ${versionId}) AS asked
  FROM schools s WHERE s.id = ${schoolId}`,
);

interface VisitResponse {
  visitId: string;
  schoolId: string;
  versionId: string;
  /** The version's. */
  purpose: FormPurpose;
  /** Day of the visit. */
  visitedOn: Day;
  submitted: boolean;
  /** Who writes it down. */
  userId: string;
}

/**
 * The response of a visit at a school to a version; a second time replaces the first of that purpose.
 * The survey of the visits submitted, the visit has confirmed what the school or a predecessor had sent
 * in of it by itself; of another form the two views stand side by side.
 */
export const WRITE_VISIT_RESPONSE = statement(
  'surveys.write-visit-response',
  ({ versionId, visitedOn, userId, ...response }: VisitResponse) => {
    const visitId = shared(response.visitId);
    const schoolId = shared(response.schoolId);
    const submitted = shared(response.submitted);
    const purpose = shared(response.purpose);
    return sql<{ id: string }>`
  WITH confirmed AS (
    UPDATE survey_responses SET confirmed_by_visit_id = ${visitId}, version = version + 1,
      updated_at = now()
    WHERE ${submitted} AND ${purpose} = '${raw(VISIT_SURVEY)}'
      AND ${ofVisitSurvey('survey_responses')} AND source = 'school' AND submitted_at IS NOT NULL
      AND NOT ${answersConfirmed('survey_responses')}
      AND school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ${schoolId}))
  INSERT INTO survey_responses AS r
    (school_id, survey_version_id, purpose, source, visit_id, answered_on, submitted_at, entered_by_id)
  VALUES (${schoolId}, ${versionId}, ${purpose}, 'visit', ${visitId}, ${visitedOn},
    CASE WHEN ${submitted} THEN now() END, ${userId})
  ON CONFLICT (visit_id, purpose) DO UPDATE SET school_id = excluded.school_id,
    survey_version_id = excluded.survey_version_id, answered_on = excluded.answered_on,
    submitted_at = CASE WHEN ${submitted} THEN coalesce(r.submitted_at, now()) END,
    entered_by_id = excluded.entered_by_id, version = r.version + 1, updated_at = now()
  RETURNING id`;
  },
);

/** The answers of a visit are of its day, also when that is put right. */
export const MOVE_VISIT_ANSWERS = statement(
  'surveys.move-visit-answers',
  (visitId: string, visitedOn: Day) => {
    const day = shared(visitedOn);
    return sql`
  UPDATE survey_responses SET answered_on = ${day}, version = version + 1, updated_at = now()
  WHERE visit_id = ${visitId} AND answered_on <> ${day}::date`;
  },
);

/** What is recorded of a response becomes exactly these answers. @param answers JSON of an object */
export const RECORD_ANSWERS = statement(
  'surveys.record-answers',
  (id: string, schoolId: string, answers: string) => {
    const responseId = shared(id);
    return sql`
  WITH sent AS (SELECT key, value FROM jsonb_each(${answers}::jsonb)),
  gone AS (DELETE FROM survey_answers a WHERE a.response_id = ${responseId}
           AND NOT EXISTS (SELECT 1 FROM sent WHERE sent.key = a.question_key))
  INSERT INTO survey_answers (response_id, school_id, question_key, value)
  SELECT ${responseId}, ${schoolId}, key, value FROM sent
  ON CONFLICT (response_id, question_key) DO UPDATE SET value = excluded.value
  WHERE survey_answers.value IS DISTINCT FROM excluded.value`;
  },
);

/** The contract's SurveyLink on a day, from `survey_links k`, `schools s` and `users u`. */
export const selectLink = (today: Day): Sql => sql`
  SELECT k.id, k.school_id AS "schoolId", s.name AS "schoolName",
    k.purpose, CASE WHEN k.response_id IS NOT NULL THEN 'sent' WHEN k.revoked_at IS NOT NULL THEN 'revoked'
      WHEN k.expires_on < ${today}::date THEN 'expired' ELSE 'open' END AS state,
    k.expires_on AS "expiresOn", k.created_at AS "createdAt", k.created_by_id AS "createdById",
    u.name AS "createdByName",
    (SELECT r.updated_at FROM survey_responses r
     WHERE CASE WHEN k.response_id IS NOT NULL THEN r.id = k.response_id
       ELSE r.school_id = k.school_id AND r.purpose = k.purpose AND r.source = 'school' AND r.submitted_at IS NULL
         AND k.revoked_at IS NULL END) AS "savedAt",
    k.response_id AS "responseId"
  FROM survey_links k
  JOIN schools s ON s.id = k.school_id
  LEFT JOIN users u ON u.id = k.created_by_id`;

export const READ_LINK = statement(
  'surveys.read-link',
  (id: string, today: Day) => sql<SurveyLink>`${selectLink(today)} WHERE k.id = ${id}`,
);
