import { Injectable } from '@nestjs/common';
import type { AccountLink } from '@tracker/contract';
import { AccountLinkEntity, newToken, tokenHash } from '@tracker/server';
import { type EntityManager, IsNull } from 'typeorm';

type Purpose = AccountLinkEntity['purpose'];

/** How long a link can be used, in hours. People read an invitation when they are back at work. */
const HOURS: Record<Purpose, number> = { invitation: 24 * 7, reset: 24, first_admin: 24 };

/** Links with which people choose a password. One that is newer voids those before it. */
@Injectable()
export class AccountLinks {
  /** Makes a link. Its token is kept nowhere: it can be shown this once. */
  async make(
    manager: EntityManager,
    purpose: Purpose,
    userId: string | null,
  ): Promise<AccountLink> {
    await this.void(manager, userId);
    const token = newToken();
    const expiresAt = new Date(Date.now() + HOURS[purpose] * 3_600_000);
    await manager.insert(AccountLinkEntity, {
      tokenHash: tokenHash(token),
      purpose,
      userId,
      expiresAt,
    });
    const page = purpose === 'first_admin' ? 'first-admin' : 'set-password';
    return { path: `/#/${page}?token=${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** Takes back what links a user has; null stands for the first administrator. */
  async void(manager: EntityManager, userId: string | null): Promise<void> {
    const whose = userId ?? IsNull();
    await manager.delete(AccountLinkEntity, { userId: whose, usedAt: IsNull() });
  }

  /**
   * Uses a link up. Of two who use it at one time one gets it; when the transaction is taken back,
   * so is the use.
   *
   * @returns null when there is no such link, or none any more
   */
  async use(
    manager: EntityManager,
    token: string,
    purposes: readonly Purpose[],
  ): Promise<{ userId: string | null } | null> {
    const [links]: [{ userId: string | null }[], number] = await manager.query(
      `UPDATE account_links SET used_at = now()
       WHERE token_hash = $1 AND purpose = ANY ($2::text[]) AND used_at IS NULL AND expires_at > now()
       RETURNING user_id AS "userId"`,
      [tokenHash(token), purposes],
    );
    return links[0] ?? null;
  }
}
