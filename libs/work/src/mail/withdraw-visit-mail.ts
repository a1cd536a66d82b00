import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';

// A school that was told to expect a visit still has to hear that nobody comes.
const WITHDRAW = statement(
  'mail.withdraw',
  (visitId: string, why: string) => sql`
  UPDATE mails SET status = 'cancelled', last_error = ${why}, version = version + 1, updated_at = now()
  WHERE visit_id = ${visitId} AND status = 'waiting' AND event ->> 'method' IS DISTINCT FROM 'CANCEL'`,
);

/**
 * Keeps back the mails about a visit that have not gone out; call it in the transaction that takes the
 * visit back. @param why shown with each mail
 */
export async function withdrawVisitMail(
  manager: EntityManager,
  visitId: string,
  why: string,
): Promise<void> {
  await WITHDRAW.run(manager, visitId, why);
}
