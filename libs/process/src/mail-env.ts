import { isIPv6 } from 'node:net';
import { ConfigurationError } from './configuration-error';

/** Where mail leaves the house and what is written on it. */
export interface MailEnv {
  /** `smtp://user:password@host:587` or `smtps://`; absent: mails wait in the outbox. */
  smtpUrl?: string;
  /** The sender: an address, or `Name <address>`. */
  mailFrom?: string;
  /** The tracker's address as people type it, without a slash at its end; absent: `localAddress`. */
  publicUrl?: string;
}

/** What the sender is called as long as nothing is sent. */
const NOBODY = 'School Engagement Tracker <tracker@localhost>';

const ADDRESS = /^[^\s<>@"(),:;[\]\\]+@[^\s<>@"(),:;[\]\\]+$/;
const NAMED = /^([^<>@\r\n]{0,100})<([^<>]+)>$/;

/** The sender's name (empty when none is set) and address. */
export function senderOf({ mailFrom = NOBODY }: MailEnv): { name: string; address: string } {
  const [, name = '', address = mailFrom] = NAMED.exec(mailFrom) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
}

/** The address that stands in mails, without a slash at its end. */
export function publicUrlOf(env: MailEnv & { host: string; port: number }): string {
  return env.publicUrl ?? localAddress(env);
}

/** Where a browser on this machine finds what listens on a host and port. */
export function localAddress({ host, port }: { host: string; port: number }): string {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host];
  const name = everywhere ?? host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/**
 * @param smtpUrl checked to be an address already
 * @throws ConfigurationError when mail could be sent but not by whom
 */
export function readMailFrom(given: string | undefined, smtpUrl?: string): string | undefined {
  if (given === undefined) {
    if (smtpUrl === undefined) return undefined;
    throw new ConfigurationError(
      'SMTP_URL is set and MAIL_FROM is not. Give the sender of the emails, such as "Music Hub <music@hub.example>".',
    );
  }
  if (ADDRESS.test(senderOf({ mailFrom: given }).address)) return given;
  throw new ConfigurationError(
    `MAIL_FROM is "${given}". It must be an email address, or a name with one: Music Hub <music@hub.example>.`,
  );
}

/** @throws ConfigurationError for anything but the root or a folder of a website */
export function readPublicUrl(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : null;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url && isWeb && !url.search && !url.hash && !url.username) return url.href.replace(/\/$/, '');
  throw new ConfigurationError(
    'PUBLIC_URL must be the address people open the tracker at, such as https://tracker.hub.example, with nothing after it.',
  );
}
