import type { Day, MailStatus } from '@tracker/domain';
import { MAIL_LOCK, raw, shared, sql, statement } from '@tracker/data';

/**
 * One statement, so one transaction: when it has answered, `sending` is committed, and the mail's lock
 * was taken before anybody could see that. Mails about one visit go in their order: a calendar must
 * not hear of the cancellation first. `attempts` names the claim.
 */
export const CLAIM_NEXT = statement('mail.claim-next', (at: Date, messageId: string) => {
  const now = shared(at);
  return sql<{ id: string; pg_advisory_lock: '' }>`
  UPDATE mails SET status = 'sending', sending_since = ${now}, attempts = attempts + 1,
    message_id = replace(${messageId}, '*', id::text), version = version + 1, updated_at = now()
  WHERE id = (
    SELECT m.id FROM mails m
    WHERE m.status = 'waiting' AND m.held_at IS NULL AND m.next_attempt_at <= ${now}
      AND NOT EXISTS (
        SELECT FROM mails before WHERE before.visit_id = m.visit_id
          AND before.school_id = m.school_id AND before.sequence < m.sequence
          AND before.status IN ('waiting', 'sending'))
    ORDER BY m.next_attempt_at, m.created_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, ${MAIL_LOCK.take(raw('id'))}`;
});

/** Lets go of a mail whose fate is written down. */
export const LET_GO = statement(
  'mail.let-go',
  (id: string) => sql`SELECT ${MAIL_LOCK.letGo(sql`${id}`)}`,
);

export const LET_GO_OF_ALL = statement(
  'mail.let-go-of-all',
  () => sql`SELECT ${MAIL_LOCK.letGoOfAll}`,
);

interface Settled {
  id: string;
  /** Which claim it is the result of. */
  attempts: number;
  status: MailStatus;
  words: string | null;
  now: Date;
  next: Date;
  giveUpAt: Date | null;
}

/** What came of a claim; nothing when the mail is in other hands by now. */
export const SETTLE = statement(
  'mail.settle',
  ({ id, attempts, words, now, next, giveUpAt, ...of }: Settled) => {
    const status = shared(of.status);
    return sql<{ id: string }>`
  UPDATE mails SET status = ${status}, sending_since = NULL, last_error = ${words},
    sent_at = CASE WHEN ${status} = 'sent' THEN ${now}::timestamptz END,
    next_attempt_at = CASE WHEN ${status} = 'waiting' THEN ${next}::timestamptz ELSE next_attempt_at END,
    give_up_at = ${giveUpAt}, version = version + 1, updated_at = now()
  WHERE id = ${id} AND attempts = ${attempts} AND status IN ('sending', 'uncertain')
  RETURNING id`;
  },
);

/** An address that refuses mail, of the contact who still has it. */
export const ADDRESS_REFUSED = statement(
  'mail.address-refused',
  (contactId: string, today: Day, address: string | null) => sql`
  UPDATE contacts SET mail_refused_on = ${today}, version = version + 1
  WHERE id = ${contactId} AND email = ${address}`,
);

/**
 * Claims of workers that never come back: the session that held the lock has ended, or nothing was
 * heard for so long that its whole machine must be gone. Rows first: whoever writes down a result
 * holds them, and is not dead.
 */
export const FORSAKE = statement(
  'mail.forsake',
  (sendingSinceBefore: Date, why: string) => sql`
  WITH held AS MATERIALIZED (
    SELECT id FROM mails WHERE status = 'sending' FOR UPDATE SKIP LOCKED)
  UPDATE mails m SET status = 'uncertain', sending_since = NULL, last_error = ${why},
    version = version + 1, updated_at = now()
  FROM held
  WHERE m.id = held.id
    AND (m.sending_since < ${sendingSinceBefore} OR ${MAIL_LOCK.tryInTransaction(raw('m.id'))})`,
);

/** What came too late: an invitation to a visit that is over is worse than none. */
export const EXPIRE = statement(
  'mail.expire',
  (today: Day, why: string) => sql`
  UPDATE mails SET status = 'cancelled', last_error = ${why}, version = version + 1, updated_at = now()
  WHERE status = 'waiting' AND useful_until < ${today}::date`,
);
