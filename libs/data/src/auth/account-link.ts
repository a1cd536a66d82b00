import { RESET_LINK_MINUTES } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { AccountLinkEntity } from '../database';
import { newToken, tokenHash } from './token';

export type LinkPurpose = AccountLinkEntity['purpose'];

/** How long a link can be used, in minutes. People read an invitation when they are back at work. */
const MINUTES: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * 60,
  reset: 24 * 60,
  emailed_reset: RESET_LINK_MINUTES,
  first_admin: 24 * 60,
};

/** Makes a link with which somebody chooses a password. Its token is kept nowhere. */
export async function makeAccountLink(
  manager: EntityManager,
  purpose: LinkPurpose,
  userId: string | null,
): Promise<{ path: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + MINUTES[purpose] * 60_000);
  await manager.insert(AccountLinkEntity, {
    tokenHash: tokenHash(token),
    purpose,
    userId,
    expiresAt,
  });
  const page = purpose === 'first_admin' ? 'first-admin' : 'set-password';
  return { path: `/#/${page}?token=${token}`, expiresAt };
}
