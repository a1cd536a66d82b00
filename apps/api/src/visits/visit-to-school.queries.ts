import { answersConfirmed, ofVisitSurvey, openVisit, shared, sql, statement } from '@tracker/data';

/** A visit that was at one school and goes to another. */
interface Rehomed {
  id: string;
  from: string;
  to: string;
}

/** What was agreed at it. What lies in the bin goes along and comes back at the right school. */
export const ACTIONS_TO_SCHOOL = statement(
  'visits.actions-to-school',
  ({ id, from, to }: Rehomed) => sql`
  UPDATE follow_up_actions SET school_id = ${to}, version = version + 1, updated_at = now()
  WHERE visit_id = ${id} AND school_id = ${from}`,
);

/** What the school answered at it, with every answer and label. */
export const ANSWERS_TO_SCHOOL = statement('visits.answers-to-school', (visit: Rehomed) => {
  const to = shared(visit.to);
  return sql`
  WITH response AS (
    UPDATE survey_responses SET school_id = ${to}, version = version + 1, updated_at = now()
    WHERE visit_id = ${visit.id} AND school_id = ${visit.from} RETURNING id
  ), labelled AS (
    UPDATE tagged_answers t SET school_id = ${to} FROM response r WHERE t.response_id = r.id
  )
  UPDATE survey_answers a SET school_id = ${to} FROM response r WHERE a.response_id = r.id`;
});

/** What the wrong school had sent in by itself, this visit never went through. */
export const UNCONFIRM_ANSWERS = statement(
  'visits.unconfirm-answers',
  (visitId: string) => sql`
  UPDATE survey_responses SET confirmed_by_visit_id = NULL, version = version + 1, updated_at = now()
  WHERE confirmed_by_visit_id = ${visitId}`,
);

/** What the right school had sent in by itself, it has gone through. */
export const CONFIRM_ANSWERS = statement(
  'visits.confirm-answers',
  (id: string, schoolId: string) => {
    const visitId = shared(id);
    return sql`
  UPDATE survey_responses SET confirmed_by_visit_id = ${visitId}, version = version + 1, updated_at = now()
  WHERE ${ofVisitSurvey('survey_responses')} AND source = 'school' AND submitted_at IS NOT NULL
    AND NOT ${answersConfirmed('survey_responses')}
    AND school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ${schoolId})
    AND EXISTS (SELECT FROM survey_responses own
      WHERE own.visit_id = ${visitId} AND ${ofVisitSurvey('own')} AND own.submitted_at IS NOT NULL)`;
  },
);

/** Visits still planned that were agreed at it, or that its actions became. */
export const AGREED_AT_VISIT = statement(
  'visits.agreed-at-visit',
  (id: string, schoolId: string) => {
    const visitId = shared(id);
    return sql<{ id: string }>`
  SELECT v.id FROM visits v
  WHERE v.school_id = ${schoolId} AND ${openVisit()}
    AND (v.follows_visit_id = ${visitId}
      OR v.id IN (SELECT a.became_visit_id FROM follow_up_actions a WHERE a.visit_id = ${visitId}))
  ORDER BY v.id FOR UPDATE`;
  },
);

export const FORGET_RECIPIENT = statement(
  'visits.forget-recipient',
  (visitId: string) => sql`DELETE FROM visit_recipients WHERE visit_id = ${visitId}`,
);
