import type { Day, StaffMailKind } from '@tracker/domain';
import { oneLine } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';

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

const WRITE = statement(
  'mail.write-to-staff',
  (mail: StaffMail) => sql<{ id: string }>`
  INSERT INTO mails (kind, dedupe_key, to_name, to_address, subject, body, user_id, school_id, useful_until)
  SELECT ${mail.kind}, ${mail.dedupeKey}, name, email, ${oneLine(mail.subject)}, ${mail.body}, id,
    ${mail.schoolId ?? null}, ${mail.usefulUntil ?? null}
  FROM users WHERE id = ${mail.userId} AND active
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
);

/**
 * Writes a mail to somebody of the staff into the outbox; call it in the transaction of what it tells
 * of. Somebody whose account is disabled gets none.
 *
 * @returns whether it was written: false for a second one with the same key, or for nobody
 */
export async function queueStaffMail(manager: EntityManager, mail: StaffMail): Promise<boolean> {
  return (await WRITE.row(manager, mail)) !== undefined;
}
