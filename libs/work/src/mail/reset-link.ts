import { RESET_LINK } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { makeAccountLink, mayBeUsedSql, MailEntity, sql, statement } from '@tracker/data';
import { publicUrlOf } from '@tracker/process';
import type { SenderEnv } from './compose-mail';
import { withSchoolLink } from './school-link';

const USABLE_ACCOUNT = statement(
  'mail.usable-account',
  (userId: string | null, env: SenderEnv) => sql<{ id: string }>`
  SELECT id FROM users WHERE id = ${userId} AND ${mayBeUsedSql('users', env)}`,
);

/**
 * The mail with a link of this moment in it. The outbox, which several people read, and every backup
 * have only the place where it goes.
 *
 * @returns null when its account may not be used any more
 */
export async function withLink(
  manager: EntityManager,
  mail: MailEntity,
  env: SenderEnv,
): Promise<MailEntity | null> {
  if (mail.kind !== 'password_reset') {
    const linked = await withSchoolLink(manager, mail, env);
    return linked === mail.body ? mail : Object.assign(new MailEntity(), mail, { body: linked });
  }
  if (!(await USABLE_ACCOUNT.row(manager, mail.userId, env))) return null;
  const { path } = await makeAccountLink(manager, 'emailed_reset', mail.userId);
  const body = mail.body.replaceAll(RESET_LINK, `${publicUrlOf(env)}${path}`);
  return Object.assign(new MailEntity(), mail, { body });
}
