import type { LookupAddress } from 'node:dns';
import { lookup as addressesOf } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as askInTheOpen } from 'node:http';
import { request as askSafely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { UnreadableFileError } from '@tracker/files';
import { isPublicAddress } from './public-address';

/** What something is fetched through. */
export interface Network {
  addressesOf: (host: string) => Promise<LookupAddress[]>;
  /** Of one of its IP addresses. */
  mayBeReached: (address: string) => boolean;
  portOf: (url: URL) => number;
  /** That of the address when left out. */
  protocolOf?: (url: URL) => 'https:' | 'http:';
}

export const INTERNET: Network = {
  addressesOf: (host) => addressesOf(host, { all: true, verbatim: true }),
  mayBeReached: isPublicAddress,
  portOf: ({ protocol }) => (protocol === 'https:' ? 443 : 80),
};

export interface FetchLimits {
  network?: Network;
  /** For everything, redirects included. */
  seconds?: number;
  bytes?: number;
}

interface Fetching extends Required<FetchLimits> {
  /** What is fetched: `document`. */
  what: string;
  /** What else can be done about one that comes packed; a sentence, or nothing. */
  ifPacked: string;
  /** Why nothing is asked of an address; null where it may be asked. */
  refuse: (url: URL) => string | null;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Gets what an address holds. Every address it is led to is asked about, its IP addresses are checked, and
 * the one that was checked is connected to, so that a name which then leads elsewhere gains nothing.
 *
 * @throws UnreadableFileError with a sentence for the person who gave the address
 */
export async function fetchBounded(address: URL, fetching: Fetching): Promise<Buffer> {
  const { seconds, bytes, what } = fetching;
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), seconds * 1000);
  try {
    const answer = await follow(address, { ...fetching, signal: over.signal });
    return await contentOf(answer, bytes, fetching);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(
      over.signal.aborted
        ? `The website did not send the ${what} within ${seconds} seconds.`
        : 'The address leads nowhere: its website does not answer as it should.',
    );
  } finally {
    clearTimeout(timer);
  }
}

type Way = Pick<Fetching, 'refuse' | 'network'> & { signal: AbortSignal };

/** The answer at the end of the redirects. */
async function follow(start: URL, way: Way): Promise<IncomingMessage> {
  let url = start;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(url, way);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return answer;
    answer.destroy();
    if (!REDIRECTS.includes(statusCode) || headers.location === undefined) {
      throw new UnreadableFileError(
        `The address leads nowhere: its website answered ${statusCode}.`,
      );
    }
    if (redirects === MOST_REDIRECTS) {
      throw new UnreadableFileError(
        `The address leads on to another more than ${MOST_REDIRECTS} times.`,
      );
    }
    url = new URL(headers.location, url);
    const refusal = way.refuse(url);
    if (refusal !== null) throw new UnreadableFileError(refusal);
  }
}

async function ask(url: URL, { network, signal }: Way): Promise<IncomingMessage> {
  signal.throwIfAborted();
  const found = await inTime(network.addressesOf(url.hostname), signal);
  const [first] = found;
  if (!first || found.some(({ address }) => !network.mayBeReached(address))) {
    throw new UnreadableFileError('The address leads into a private network.');
  }
  const protocol = network.protocolOf?.(url) ?? url.protocol;
  const request = protocol === 'https:' ? askSafely : askInTheOpen;
  const asked = request({
    ...{ protocol, hostname: url.hostname, port: network.portOf(url) },
    ...{ path: `${url.pathname}${url.search}`, agent: false, signal, lookup: alone(first) },
    headers: {
      'user-agent': 'school-engagement-tracker',
      accept: '*/*',
      'accept-encoding': 'identity',
    },
  }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  // What goes wrong while it is read is told to whoever reads it.
  asked.on('error', () => undefined);
  return answer;
}

/** Finds no other address than the one that was checked. */
const alone =
  ({ address, family }: LookupAddress): LookupFunction =>
  (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);

/** A name is looked up by the system, which cannot be stopped. */
async function inTime<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const stopped = new AbortController();
  try {
    return await Promise.race([
      promise,
      once(signal, 'abort', { signal: stopped.signal }).then((): never => {
        throw signal.reason;
      }),
    ]);
  } finally {
    stopped.abort();
  }
}

async function contentOf(
  answer: IncomingMessage,
  most: number,
  { what, ifPacked }: Pick<Fetching, 'what' | 'ifPacked'>,
): Promise<Buffer> {
  const tooLarge = () =>
    new UnreadableFileError(
      `What is at the address is larger than ${Math.floor(most / 1024 / 1024)} MB.`,
    );
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy();
    throw tooLarge();
  }
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    answer.destroy();
    throw new UnreadableFileError(
      `The website sends the ${what} packed, although it was asked not to. ${ifPacked}`.trim(),
    );
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    // Leaving the loop ends the connection.
    if (bytes > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
