import type { Client } from 'pg';

/** What a backup brings along that must not go on by itself. */
export interface Settled {
  /** Mails that wait for somebody to say whether they go out. */
  heldMails: number;
  endedSessions: number;
  /** Invitations and links for a new password. */
  endedLinks: number;
}

const HELD = 'From a restored backup: not sent until somebody says so.';

/**
 * A backup is of another day. What waited then may have gone out since: its mails wait for a person.
 * Whoever was signed in then signs in again, and a link with which a password is chosen is void,
 * because it may have been used or withdrawn since. Links of schools' surveys and addresses of
 * calendars go on: schools and calendars have them, and they open little.
 */
export async function settleRestored(client: Client): Promise<Settled> {
  const count = async (statement: string, values: unknown[] = []) =>
    (await client.query(statement, values)).rowCount ?? 0;
  return {
    heldMails: await count(
      `UPDATE mails SET held_at = now(), last_error = $1, next_attempt_at = now(), give_up_at = NULL
       WHERE status = 'waiting'`,
      [HELD],
    ),
    endedSessions: await count(
      'UPDATE sessions SET revoked_at = now() WHERE revoked_at IS NULL AND expires_at > now()',
    ),
    endedLinks: await count('DELETE FROM account_links WHERE used_at IS NULL'),
  };
}
