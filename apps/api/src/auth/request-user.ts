import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedInUser } from '@tracker/contract';
import type { StoredSettings } from '@tracker/data';
import type { FastifyRequest } from 'fastify';
import type { EarlierAnswer } from '../http/transactions';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; absent on open routes. */
    user?: SignedInUser;
    sessionId?: string;
    /** The hub's, as they stood when the session was read. */
    settings?: StoredSettings;
    /** What was answered under its Idempotency-Key when the session was read. */
    answered?: EarlierAnswer | null;
  }
}

/** The signed-in user of the request. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { user } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!user) throw new Error('CurrentUser stands on an open route');
  return user;
});
