import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProblemException } from './problem';

/** Seconds until whoever takes over serves. */
const RETRY_AFTER = 5;

/**
 * The end of this process as its callers see it. First it is `leaving`: it serves, says that it is not
 * ready and keeps no connection, until the proxy has taken it out. Then it is `ending`: what still
 * arrives is to be asked of the next one.
 */
@Injectable()
export class Closing implements OnModuleDestroy {
  private state: 'serving' | 'leaving' | 'ending' = 'serving';

  /** From now on nobody is to send it more. */
  leave(): void {
    if (this.state === 'serving') this.state = 'leaving';
  }

  onModuleDestroy(): void {
    this.state = 'ending';
  }

  get leaving(): boolean {
    return this.state !== 'serving';
  }

  /** The connection ends with its answer, however long it was to be kept, or it would hold up the end. */
  endLine(reply: FastifyReply): void {
    if (this.leaving) void reply.header('Connection', 'close');
  }

  /** @throws 503 */
  refuse(reply: FastifyReply): void {
    if (this.state !== 'ending') return;
    this.endLine(reply);
    throw new ProblemException(
      503,
      'The tracker is being stopped or started again. Nothing was changed; please try again shortly.',
      { retryAfter: RETRY_AFTER },
    );
  }
}
