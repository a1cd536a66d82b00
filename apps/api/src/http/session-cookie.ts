import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'tracker_session';

/** How the session's cookie is set and cleared. */
export function cookieOf(request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
  };
}
