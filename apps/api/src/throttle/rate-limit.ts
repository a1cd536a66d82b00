import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isForApi } from '../http/api-address';
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
  constructor(private readonly counters: SharedCounters) {}

  /** Before the session is looked for. @throws 429 */
  async perAddress(request: FastifyRequest): Promise<void> {
    if (isCounted(request)) await this.count('address', request.ip, REQUESTS_A_MINUTE.perAddress);
  }

  /** Once it is known who asks. @throws 429 */
  async perUser(request: FastifyRequest): Promise<void> {
    const { user } = request;
    if (user && isCounted(request)) await this.count('user', user.id, REQUESTS_A_MINUTE.perUser);
  }

  /** Whoever answers with a link instead of an account. @throws 429 */
  async perLink(id: string): Promise<void> {
    await this.count('link', id, REQUESTS_A_MINUTE.perLink);
  }

  private async count(kind: RateKind, who: string, most: number): Promise<void> {
    const now = Date.now();
    const count = await this.counters.add(rateKey(kind, who, now), MINUTE);
    if (count > most) throw tooMany('Too many requests in a short time.', MINUTE - (now % MINUTE));
  }
}

const HEALTH = new Set(['/api/health', '/api/health/ready']);

/** Files of the web are not, and whoever watches over the health is never turned away. */
const isCounted = (request: FastifyRequest): boolean =>
  isForApi(request) && !HEALTH.has(request.routeOptions.url ?? '');
