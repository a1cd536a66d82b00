import { domainToASCII } from 'node:url';

/** Characters that are neither text nor a break of a line, halves of characters, and no characters. */
const UNSPEAKABLE = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff]/gu;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** A text of several lines as mails and calendars carry it: breaks are line feeds. */
export const wireText = (text: string): string =>
  Buffer.from(text).toString().replace(BREAKS, '\n').replace(UNSPEAKABLE, ' ');

/** A name or a subject: one line, whatever was copied into it. */
export const wireLine = (text: string): string =>
  wireText(text)
    .replace(/[\s\n]+/g, ' ')
    .trim();

/** An address as mail servers take it: domains travel in ASCII (RFC 5891). */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}

/**
 * Whether mail can be sent there. What stands before the @ has no form in ASCII, and hardly a server
 * takes another (RFC 6531).
 */
export const canBeMailed = (address: string): boolean =>
  /^[!-~]+@[!-~]+$/.test(wireAddress(address));
