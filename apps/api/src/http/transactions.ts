import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actAs, type Actor, actorIs, sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { SavingState } from './saving-state';

/** The key a request carried, to be stored in the transaction that does its work. */
export interface IdempotentRequest {
  userId: string;
  key: string;
  requestHash: Buffer;
  /** Tells the content of what came as a file; throws where it was answered before, or was another. */
  received(content: string): Promise<void>;
}

/** What was answered to a request, and which it was. */
export interface EarlierAnswer {
  requestHash: Buffer;
  answer: unknown;
}

export const idempotentRequest = new AsyncLocalStorage<IdempotentRequest>();

/** In whose name the request at hand writes; see `ActorInterceptor`. */
export const requestActor = new AsyncLocalStorage<Actor>();

/**
 * From here on the transaction writes in the name of somebody who is not signed in and yet known: a
 * link was made for them.
 */
export async function actInRequestAs(manager: EntityManager, userId: string): Promise<void> {
  await actAs(manager, { kind: 'user', ...requestActor.getStore(), userId });
}

/** In somebody's name, in the same statement. */
const TAKE_KEY = statement(
  'http.take-idempotency-key',
  ({ userId, key, requestHash }: Omit<IdempotentRequest, 'received'>, actor?: Actor) => sql`
  INSERT INTO idempotency_keys (user_id, key, request_hash)
  SELECT ${userId}::uuid, ${key}::uuid, ${requestHash}::bytea
  FROM (SELECT ${actor ? actorIs(actor) : sql`1`}) AS acting`,
  [{ userId: '', key: '', requestHash: Buffer.of() }, { kind: 'user' }],
);

const KEEP_ANSWER = statement(
  'http.keep-answer',
  ({ userId, key }: Pick<IdempotentRequest, 'userId' | 'key'>, answer: string) => sql`
  UPDATE idempotency_keys SET answer = ${answer}::jsonb
  WHERE user_id = ${userId} AND key = ${key}`,
);

/** Where every write happens: all of it or nothing. */
@Injectable()
export class Transactions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly saving: SavingState,
  ) {}

  /**
   * Runs `work` in one transaction, in the name of whoever asked. Its answer is stored under the request's Idempotency-Key, if
   * there is one, in the same transaction: the work and the memory of it cannot come apart.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const saved = await this.dataSource.transaction(async (manager) => {
      const actor = requestActor.getStore();
      const request = idempotentRequest.getStore();
      // First, so that the same request twice at one time waits here and then fails on the key.
      if (request) await TAKE_KEY.run(manager, request, actor);
      else if (actor) await actAs(manager, actor);
      const answer = await work(manager);
      if (request) {
        const { userId, key } = request;
        await KEEP_ANSWER.run(manager, { userId, key }, JSON.stringify(answer ?? null));
      }
      return answer;
    });
    this.saving.saved();
    return saved;
  }
}
