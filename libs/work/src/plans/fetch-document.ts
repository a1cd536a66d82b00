import type { LookupAddress } from 'node:dns';
import { lookup as addressesOf } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as askInTheOpen } from 'node:http';
import { request as askSafely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isOnOwnWebsite, LIMITS } from '@tracker/domain';
import { UnreadableFileError } from '@tracker/files';
import { isPublicAddress } from './public-address';

/** What a document is fetched through. */
export interface Network {
  addressesOf: (host: string) => Promise<LookupAddress[]>;
  /** Of one of its IP addresses. */
  mayBeReached: (address: string) => boolean;
  portOf: (url: URL) => number;
}

const INTERNET: Network = {
  addressesOf: (host) => addressesOf(host, { all: true, verbatim: true }),
  mayBeReached: isPublicAddress,
  portOf: ({ protocol }) => (protocol === 'https:' ? 443 : 80),
};

interface FetchOptions {
  network?: Network;
  /** For everything, redirects included. */
  seconds?: number;
  bytes?: number;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Gets what an address on a school's own website holds (rule 21). Every host it is led to is that
 * website or below it, its addresses are checked, and the one that was checked is connected to, so that
 * a name which then leads elsewhere gains nothing.
 *
 * @param website the school's, as the register has it
 * @throws UnreadableFileError with a sentence for the person who captured it
 */
export async function fetchDocument(
  address: string,
  website: string | null,
  { network = INTERNET, seconds = 15, bytes = LIMITS.plan.bytes }: FetchOptions = {},
): Promise<Buffer> {
  if (!isOnOwnWebsite(address, website)) {
    throw new UnreadableFileError('The address is not on the school’s own website.');
  }
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), seconds * 1000);
  try {
    const answer = await follow(new URL(address), { website, network, signal: over.signal });
    return await contentOf(answer, bytes);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(
      over.signal.aborted
        ? `The website did not send the document within ${seconds} seconds.`
        : 'The address leads nowhere: its website does not answer as it should.',
    );
  } finally {
    clearTimeout(timer);
  }
}

interface Way {
  website: string | null;
  network: Network;
  signal: AbortSignal;
}

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
    if (!isOnOwnWebsite(url.href, way.website)) {
      throw new UnreadableFileError(
        `The address leads on to “${url.host.slice(0, 100)}”, which is not the school’s own website.`,
      );
    }
  }
}

async function ask(url: URL, { network, signal }: Way): Promise<IncomingMessage> {
  signal.throwIfAborted();
  const found = await inTime(network.addressesOf(url.hostname), signal);
  const [first] = found;
  if (!first || found.some(({ address }) => !network.mayBeReached(address))) {
    throw new UnreadableFileError('The address leads into a private network.');
  }
  const request = url.protocol === 'https:' ? askSafely : askInTheOpen;
  const asked = request({
    ...{ protocol: url.protocol, hostname: url.hostname, port: network.portOf(url) },
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

async function contentOf(answer: IncomingMessage, most: number): Promise<Buffer> {
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
      'The website sends the document packed, although it was asked not to. Save it, and send the file.',
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
