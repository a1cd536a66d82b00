import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProblemException } from './problem';

/** Seconds until whoever takes over serves. */
const RETRY_AFTER = 5;

/** Says to what still arrives while this process ends that it is to be asked of the next one. */
@Injectable()
export class Closing implements OnModuleDestroy {
  private begun = false;

  onModuleDestroy(): void {
    this.begun = true;
  }

  /** The connection ends with its answer, however long it was to be kept, or it would hold up the end. */
  endLine(reply: FastifyReply): void {
    if (this.begun) void reply.header('Connection', 'close');
  }

  /** @throws 503 */
  refuse(reply: FastifyReply): void {
    if (!this.begun) return;
    this.endLine(reply);
    throw new ProblemException(
      503,
      'The tracker is being stopped or started again. Nothing was changed; please try again shortly.',
      { retryAfter: RETRY_AFTER },
    );
  }
}
