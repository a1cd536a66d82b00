import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../http/problem';
import { isOpen } from './open-routes';
import { SESSION_COOKIE, type SessionService } from './session.service';

/**
 * Asks each request to the API for its session and puts the user on it, before any route is looked
 * at: an address that is forgotten in some list is closed, not open.
 *
 * @throws 401
 */
export function closedByDefault(sessions: SessionService) {
  return async (request: FastifyRequest): Promise<void> => {
    const path = request.url.split('?')[0] as string;
    if (isOpen(path) || !(path === '/api' || path.startsWith('/api/'))) return;
    const found = await sessions.find(request.cookies[SESSION_COOKIE]);
    if (!found) throw new ProblemException(401, 'Please sign in.');
    request.user = found.user;
    request.sessionId = found.sessionId;
  };
}
