import type { Day, StaffMailKind } from '@tracker/domain';
import { oneLine } from '@tracker/domain';
import type { EntityManager } from 'typeorm';

/** A mail to somebody of the staff. */
export interface StaffMail {
  userId: string;
  kind: StaffMailKind;
  /** The same occasion has the same key; a second mail with it is not written. */
  dedupeKey: string;
  subject: string;
  /** Plain text; `TRACKER_ADDRESS` in it becomes the tracker's address when it is sent. */
  body: string;
  /** After this day it is not sent any more. */
  usefulUntil?: Day;
  schoolId?: string;
}

/**
 * Writes a mail to somebody of the staff into the outbox; call it in the transaction of what it tells
 * of. Somebody whose account is disabled gets none.
 *
 * @returns whether it was written: false for a second one with the same key, or for nobody
 */
export async function queueStaffMail(manager: EntityManager, mail: StaffMail): Promise<boolean> {
  const written: unknown[] = await manager.query(
    `INSERT INTO mails (kind, dedupe_key, to_name, to_address, subject, body, user_id, school_id, useful_until)
     SELECT $2, $3, name, email, $4, $5, id, $6, $7 FROM users WHERE id = $1 AND active
     ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
    [
      mail.userId,
      mail.kind,
      mail.dedupeKey,
      oneLine(mail.subject),
      mail.body,
      mail.schoolId ?? null,
      mail.usefulUntil ?? null,
    ],
  );
  return written.length > 0;
}
