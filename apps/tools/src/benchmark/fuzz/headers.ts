import type { Random } from '../../demo/random';
import { hostileText } from './hostile';

export type Headers = Record<string, string | string[]>;

const CONTENT_TYPES = [
  'application/json; charset=utf-7',
  'application/json; charset=',
  'application/json;;;',
  'APPLICATION/JSON',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'text/plain',
  'text/html',
  'json',
  '*/*',
  ';',
  'application/octet-stream',
];

/** What a header is set to at times; null stands for a hostile text. */
const ODD: Record<string, readonly (string | null)[]> = {
  range: ['bytes=0-1', 'bytes=9-1', 'bytes=-', 'items=0-24', null],
  origin: ['null', 'https://evil.example', 'http://', 'file://', 'http://[::1', null],
  accept: ['text/html', 'application/xml;q=9', '*/*;q=-1', null],
  'accept-encoding': ['gzip', 'br;q=1, *;q=0', 'identity;q=0', 'deflate, nonsense', null],
  'accept-language': ['tlh', null],
  'content-encoding': ['gzip', 'br', 'nonsense'],
  'if-none-match': ['*', '"x"', null],
  'if-modified-since': ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  'x-forwarded-for': ['::1, 10.0.0.1', '300.1.1.1', ',,,', null],
  'x-forwarded-proto': ['https', 'gopher', null],
  'x-forwarded-host': ['evil.example', null],
  'x-http-method-override': ['DELETE'],
  'user-agent': ['', 'x'.repeat(2_000), null],
  referer: ['https://evil.example/', null],
  'x-request-id': ["'; --", null],
  'x-long': ['x'.repeat(6_000)],
};

/** Idempotency keys are few, so that they are met again with the same and with another body. */
const KEYS = 40;

/** Adds what a client would not send, or leaves the headers as they are. */
export function spoilHeaders(random: Random, headers: Headers, hostility: number): void {
  if (random.chance(0.25)) headers['idempotency-key'] = keyOf(random);
  if (random.chance(hostility)) headers['idempotency-key'] = headerText(hostileText(random));
  if (random.chance(hostility)) headers['content-type'] = random.pick(CONTENT_TYPES);
  if (random.chance(hostility))
    headers['cookie'] = cookies(random, String(headers['cookie'] ?? ''));
  while (random.chance(hostility)) {
    const name = random.pick(Object.keys(ODD));
    headers[name] = headerText(random.pick(ODD[name] ?? []) ?? hostileText(random));
  }
}

function keyOf(random: Random): string {
  return `00000000-0000-4000-8000-${String(random.int(0, KEYS)).padStart(12, '0')}`;
}

function cookies(random: Random, session: string): string {
  const odd = headerText(hostileText(random)).replace(/;/g, '');
  return random.pick([
    `${session}; ${session}`,
    `${session}; __proto__=1; constructor=x`,
    `tracker_session=${odd}`,
    `tracker_session=%E0%A4%A; ${session}`,
    `a=${odd}; ${session}`,
    `${session.slice(0, -1)}`,
    ';;;=;',
  ]);
}

/** What Node will put on the wire: Latin-1 without control characters, of a length below its limit. */
export const headerText = (text: string): string =>
  text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '~').slice(0, 6_000);
