import { Injectable } from '@nestjs/common';
import type { AccountLink } from '@tracker/contract';
import {
  AccountLinkEntity,
  type LinkPurpose,
  makeAccountLink,
  sql,
  statement,
  tokenHash,
} from '@tracker/data';
import { type EntityManager, IsNull } from 'typeorm';

const USE = statement(
  'auth.use-account-link',
  (hash: Buffer, purposes: readonly LinkPurpose[]) => sql<{ userId: string | null }>`
  UPDATE account_links SET used_at = now()
  WHERE token_hash = ${hash} AND purpose = ANY (${purposes}::text[])
    AND used_at IS NULL AND expires_at > now()
  RETURNING user_id AS "userId"`,
);

/** Links with which people choose a password. One that is newer voids those before it. */
@Injectable()
export class AccountLinks {
  /** Makes a link. Its token is kept nowhere: it can be shown this once. */
  async make(
    manager: EntityManager,
    purpose: LinkPurpose,
    userId: string | null,
  ): Promise<AccountLink> {
    await this.void(manager, userId);
    const { path, expiresAt } = await makeAccountLink(manager, purpose, userId);
    return { path, expiresAt: expiresAt.toISOString() };
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
    purposes: readonly LinkPurpose[],
  ): Promise<{ userId: string | null } | null> {
    return (await USE.row(manager, tokenHash(token), purposes)) ?? null;
  }
}
