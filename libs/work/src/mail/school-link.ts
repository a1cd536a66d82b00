import { SCHOOL_LINK } from '@tracker/domain';
import { AnswerLinkEntity, type MailEntity, newToken, tokenHash } from '@tracker/data';
import { publicUrlOf } from '@tracker/process';
import type { EntityManager } from 'typeorm';
import type { SenderEnv } from './compose-mail';

/** The body of a mail to a school with a link of this moment in it, as an account’s mail has. */
export async function withSchoolLink(
  manager: EntityManager,
  { body, dayOfferId, visitId, contactId }: MailEntity,
  env: SenderEnv,
): Promise<string> {
  if (!body.includes(SCHOOL_LINK)) return body;
  const token = newToken();
  const subject = dayOfferId === null ? { visitId } : { dayOfferId };
  await manager.insert(AnswerLinkEntity, { ...subject, contactId, tokenHash: tokenHash(token) });
  const page = dayOfferId === null ? 'cannot-make-it' : 'offered-days';
  return body.replaceAll(SCHOOL_LINK, `${publicUrlOf(env)}/#/${page}?token=${token}`);
}
