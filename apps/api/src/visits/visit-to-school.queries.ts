import { openVisit, answersConfirmed } from '@tracker/server';

// $1 the visit, $2 the school it was at, $3 the school it goes to.

/** What was agreed at it. What lies in the bin goes along and comes back at the right school. */
export const ACTIONS_TO_SCHOOL = `
  UPDATE follow_up_actions SET school_id = $3, version = version + 1, updated_at = now()
  WHERE visit_id = $1 AND school_id = $2`;

/** What the school answered at it, with every answer and label. */
export const ANSWERS_TO_SCHOOL = `
  WITH response AS (
    UPDATE survey_responses SET school_id = $3, version = version + 1, updated_at = now()
    WHERE visit_id = $1 AND school_id = $2 RETURNING id
  ), labelled AS (
    UPDATE tagged_answers t SET school_id = $3 FROM response r WHERE t.response_id = r.id
  )
  UPDATE survey_answers a SET school_id = $3 FROM response r WHERE a.response_id = r.id`;

/** What the wrong school had sent in by itself, this visit never went through. */
export const UNCONFIRM_ANSWERS = `
  UPDATE survey_responses SET confirmed_by_visit_id = NULL, version = version + 1, updated_at = now()
  WHERE confirmed_by_visit_id = $1`;

/** What the right school had sent in by itself, it has gone through. Binds the visit and the school. */
export const CONFIRM_ANSWERS = `
  UPDATE survey_responses SET confirmed_by_visit_id = $1, version = version + 1, updated_at = now()
  WHERE source = 'school' AND submitted_at IS NOT NULL
    AND NOT ${answersConfirmed('survey_responses')}
    AND school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = $2)
    AND EXISTS (SELECT FROM survey_responses own
      WHERE own.visit_id = $1 AND own.submitted_at IS NOT NULL)`;

/** Visits still planned that were agreed at it, or that its actions became. Binds $1 and $2. */
export const AGREED_AT_VISIT = `
  SELECT v.id FROM visits v
  WHERE v.school_id = $2 AND ${openVisit()}
    AND (v.follows_visit_id = $1
      OR v.id IN (SELECT a.became_visit_id FROM follow_up_actions a WHERE a.visit_id = $1))
  ORDER BY v.id FOR UPDATE`;

export const FORGET_RECIPIENT = 'DELETE FROM visit_recipients WHERE visit_id = $1';
