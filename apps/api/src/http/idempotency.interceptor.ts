import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IdempotencyKeyEntity } from '@tracker/data';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { QueryFailedError, type Repository } from 'typeorm';
import { keyOf } from './idempotency-key';
import { malformed, unacceptableField } from './problem';
import { type EarlierAnswer, type IdempotentRequest, idempotentRequest } from './transactions';

/** The same POST with the same `Idempotency-Key` from the same user gives the first answer again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @InjectRepository(IdempotencyKeyEntity)
    private readonly keys: Repository<IdempotencyKeyEntity>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const given = request.headers['idempotency-key'];
    if (request.method !== 'POST' || given === undefined || !request.user) return next.handle();
    const key = keyOf(request);
    if (key === null) throw malformed('Idempotency-Key is a UUID.');
    return from(this.once(request, key, request.user.id, next));
  }

  private async once(request: FastifyRequest, key: string, userId: string, next: CallHandler) {
    const body = JSON.stringify(request.body ?? null);
    const mine: IdempotentRequest = {
      ...{ userId, key, requestHash: hashOf(request.url, body) },
      // A file is still on its way: whoever has received it says what it was.
      received: async (content) => {
        mine.requestHash = hashOf(request.url, content);
        const earlier = await this.find(mine);
        if (earlier) throw new AnsweredBefore(replay(earlier, mine));
      },
    };
    const earlier = isUpload(request) ? null : request.answered;
    if (earlier) return replay(earlier, mine);
    try {
      return await idempotentRequest.run(mine, () => lastValueFrom(next.handle()));
    } catch (error) {
      if (error instanceof AnsweredBefore) return error.answer;
      // Twice at one time: the other one has done it.
      const other = isKeyTaken(error) ? await this.find(mine) : null;
      if (other) return replay(other, mine);
      throw error;
    }
  }

  private find({ userId, key }: IdempotentRequest) {
    return this.keys.findOneBy({ userId, key });
  }
}

/** Ends the work on an upload whose answer is known. */
class AnsweredBefore extends Error {
  constructor(readonly answer: unknown) {
    super('This upload was answered before.');
  }
}

const isUpload = ({ headers }: FastifyRequest): boolean =>
  /^multipart\//i.test(headers['content-type'] ?? '');

const hashOf = (url: string, content: string): Buffer =>
  createHash('sha256').update(`${url}\n${content}`).digest();

function isKeyTaken(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { constraint?: string }).constraint === 'idempotency_keys_pk'
  );
}

function replay(earlier: EarlierAnswer, mine: IdempotentRequest): unknown {
  if (!earlier.requestHash.equals(mine.requestHash)) {
    throw unacceptableField(
      'Idempotency-Key',
      'This Idempotency-Key was used for another request.',
    );
  }
  return earlier.answer;
}
