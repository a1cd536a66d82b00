import { MAIL_LOCK } from '../database';

/**
 * One statement, so one transaction: when it has answered, `sending` is committed, and the mail's lock
 * was taken before anybody could see that. Mails about one visit go in their order: a calendar must
 * not hear of the cancellation first. `attempts` names the claim.
 */
export const CLAIM_NEXT = `
  UPDATE mails SET status = 'sending', sending_since = $1, attempts = attempts + 1,
    message_id = replace($2, '*', id::text), version = version + 1, updated_at = now()
  WHERE id = (
    SELECT m.id FROM mails m
    WHERE m.status = 'waiting' AND m.held_at IS NULL AND m.next_attempt_at <= $1
      AND NOT EXISTS (
        SELECT FROM mails before WHERE before.visit_id = m.visit_id
          AND before.school_id = m.school_id AND before.sequence < m.sequence
          AND before.status IN ('waiting', 'sending'))
    ORDER BY m.next_attempt_at, m.created_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, ${MAIL_LOCK.take('id')}`;

/** Lets go of a mail whose fate is written down. */
export const LET_GO = `SELECT ${MAIL_LOCK.letGo('$1')}`;

/** What came of a claim; nothing when the mail is in other hands by now. */
export const SETTLE = `
  UPDATE mails SET status = $3, sending_since = NULL, last_error = $4,
    sent_at = CASE WHEN $3 = 'sent' THEN $5::timestamptz END,
    next_attempt_at = CASE WHEN $3 = 'waiting' THEN $6::timestamptz ELSE next_attempt_at END,
    give_up_at = $7, version = version + 1, updated_at = now()
  WHERE id = $1 AND attempts = $2 AND status IN ('sending', 'uncertain')
  RETURNING id`;

/**
 * Claims of workers that never come back: the session that held the lock has ended, or nothing was
 * heard for so long that its whole machine must be gone. Rows first: whoever writes down a result
 * holds them, and is not dead.
 */
export const FORSAKE = `
  WITH held AS MATERIALIZED (
    SELECT id FROM mails WHERE status = 'sending' FOR UPDATE SKIP LOCKED)
  UPDATE mails m SET status = 'uncertain', sending_since = NULL, last_error = $2,
    version = version + 1, updated_at = now()
  FROM held
  WHERE m.id = held.id
    AND (m.sending_since < $1 OR ${MAIL_LOCK.tryInTransaction('m.id')})`;

/** What came too late: an invitation to a visit that is over is worse than none. */
export const EXPIRE = `
  UPDATE mails SET status = 'cancelled', last_error = $2, version = version + 1, updated_at = now()
  WHERE status = 'waiting' AND useful_until < $1::date`;
