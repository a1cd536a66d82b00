import { RESET_LINK, SCHOOL_LINK, TRACKER_ADDRESS } from '@tracker/domain';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailEntity } from '@tracker/data';
import { type Env, type MailEnv, publicUrlOf, senderOf } from '@tracker/process';
import { invitationFile } from './calendar-file';
import type { WireMessage } from './smtp-line';
import { wireAddress, wireLine, wireText } from './wire-text';

export type SenderEnv = MailEnv & Pick<Env, 'host' | 'port' | 'nodeEnv'>;

const LINK_ALONE = '(The link is in the email alone.)';

/** The text as it goes out, with the tracker's address in it; a link that only its reader may see is not. */
export const bodyOf = ({ body }: Pick<MailEntity, 'body'>, env: SenderEnv): string =>
  body
    .replaceAll(TRACKER_ADDRESS, publicUrlOf(env))
    .replaceAll(RESET_LINK, LINK_ALONE)
    .replaceAll(SCHOOL_LINK, LINK_ALONE);

/** The .ics of a mail, null when it has none. */
export function attachmentOf(mail: MailEntity, env: SenderEnv): string | null {
  const { event, toAddress, toName } = mail;
  if (event === null) return null;
  return invitationFile({
    invitation: event,
    organizer: senderOf(env),
    attendee: { name: toName ?? '', address: toAddress ?? 'nobody@localhost' },
    description: bodyOf(mail, env),
    stamp: mail.sentAt ?? mail.createdAt,
  });
}

/** The same mail has the same id each time, so that a second copy can be told as one. */
export function messageIdOf({ id }: Pick<MailEntity, 'id'>, env: SenderEnv): string {
  return `<${id}@${senderOf(env).address.split('@')[1] ?? 'localhost'}>`;
}

/** What looks as if it were encoded already would be decoded, so it is kept from looking so. */
const headerLine = (text: string): string => wireLine(text).replaceAll('=?', '= ?');

/** The message for the wire. */
export async function composeMail(mail: MailEntity, env: SenderEnv): Promise<WireMessage> {
  const from = senderOf(env);
  const to = wireAddress(mail.toAddress ?? '');
  const ics = attachmentOf(mail, env);
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: headerLine(mail.toName ?? ''), address: to },
    replyTo: mail.replyTo === null ? undefined : wireAddress(mail.replyTo),
    subject: headerLine(mail.subject),
    text: wireText(bodyOf(mail, env)),
    messageId: messageIdOf(mail, env),
    headers: { 'Auto-Submitted': 'auto-generated' },
    // As a part of its own and attached: Outlook reads the one, people see the other.
    icalEvent: ics
      ? { method: mail.event?.method, filename: 'visit.ics', content: ics }
      : undefined,
  });
  const raw = await composer.compile().build();
  return { from: wireAddress(from.address), to, raw };
}
