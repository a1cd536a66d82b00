import { RESET_LINK } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { makeAccountLink, mayBeUsedSql } from '../auth';
import { MailEntity } from '../database';
import { publicUrlOf } from '../mail-env';
import type { SenderEnv } from './compose-mail';

/**
 * The mail with a link of this moment in it. The outbox, which several people read, and every backup
 * have only the place where it goes.
 *
 * @returns null when its account may not be used any more
 */
export async function withResetLink(
  manager: EntityManager,
  mail: MailEntity,
  env: SenderEnv,
): Promise<MailEntity | null> {
  if (mail.kind !== 'password_reset') return mail;
  const [user]: unknown[] = await manager.query(
    `SELECT id FROM users WHERE id = $1 AND ${mayBeUsedSql('users', env)}`,
    [mail.userId],
  );
  if (!user) return null;
  const { path } = await makeAccountLink(manager, 'emailed_reset', mail.userId);
  const body = mail.body.replaceAll(RESET_LINK, `${publicUrlOf(env)}${path}`);
  return Object.assign(new MailEntity(), mail, { body });
}
