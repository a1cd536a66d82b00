import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { SignedInUser } from '@tracker/contract';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; absent on public routes. */
    user?: SignedInUser;
    sessionId?: string;
  }
}

/** The signed-in user of the request. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { user } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!user) throw new Error('CurrentUser stands on a public route');
  return user;
});

export const PUBLIC = 'tracker:public';
/** A route that needs no session: health and sign-in, nothing else. */
export const Public = () => SetMetadata(PUBLIC, true);

export const HUB_ONLY = 'tracker:hub-only';
/** A route for those who run the hub: `head` and `admin`. */
export const HubOnly = () => SetMetadata(HUB_ONLY, true);
