import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isForApi } from '../http/api-address';
import { MemoryCounters } from './counters';
import { REQUESTS_A_MINUTE } from './limits';
import { SharedCounters } from './shared-counters';
import { tooMany } from './too-many';

const MINUTE = 60_000;

type RateKind = 'user' | 'address' | 'link';

/** What the requests of a minute are counted under. */
export const rateKey = (kind: RateKind, who: string, now: number) =>
  `rate:${kind}:${who}:${Math.floor(now / MINUTE)}`;

/** How many requests an address and a user may make in a minute. */
@Injectable()
export class RateLimit {
  /** What came to this process alone: known without asking anybody. */
  private readonly here = new MemoryCounters();

  constructor(private readonly counters: SharedCounters) {}

  /**
   * Counts a request under its address and, once `findOut` has put them on it, its user, both in one
   * round trip. An address that has asked too much of this process already is refused before.
   *
   * @throws 429, before whatever `findOut` throws
   */
  async countRequest(
    request: FastifyRequest,
    findOut: (request: FastifyRequest) => Promise<void>,
  ): Promise<void> {
    if (!isCounted(request)) return findOut(request);
    const now = Date.now();
    const address = rateKey('address', request.ip, now);
    const seen = await this.here.add(address, MINUTE);
    refuseAbove(REQUESTS_A_MINUTE.perAddress, seen, now);
    let user: string | undefined;
    try {
      await findOut(request);
      user = request.user?.id;
    } finally {
      const keys = user === undefined ? [address] : [address, rateKey('user', user, now)];
      const [ofAddress = 0, ofUser = 0] = await this.counters.addAll(keys, MINUTE);
      refuseAbove(REQUESTS_A_MINUTE.perAddress, ofAddress, now);
      refuseAbove(REQUESTS_A_MINUTE.perUser, ofUser, now);
    }
  }

  /** Whoever answers with a link instead of an account. @throws 429 */
  async perLink(id: string): Promise<void> {
    const now = Date.now();
    const count = await this.counters.add(rateKey('link', id, now), MINUTE);
    refuseAbove(REQUESTS_A_MINUTE.perLink, count, now);
  }
}

function refuseAbove(most: number, count: number, now: number): void {
  if (count > most) throw tooMany('Too many requests in a short time.', MINUTE - (now % MINUTE));
}

const HEALTH = new Set(['/api/health', '/api/health/ready']);

/** Files of the web are not, and whoever watches over the health is never turned away. */
const isCounted = (request: FastifyRequest): boolean =>
  isForApi(request) && !HEALTH.has(request.routeOptions.url ?? '');
