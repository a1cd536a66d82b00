import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../http/problem';
import { SESSION_COOKIE, type SessionService } from './session.service';

/** What needs no session. Everything else below /api does, the description of the API included. */
const OPEN = new Set(['/api/health', '/api/health/ready', '/api/auth/sign-in']);

/**
 * Asks each request to the API for its session and puts the user on it, before any route is looked
 * at: an address that is forgotten in some list is closed, not open.
 *
 * @throws 401
 */
export function closedByDefault(sessions: SessionService) {
  return async (request: FastifyRequest): Promise<void> => {
    const path = request.url.split('?')[0] as string;
    if (OPEN.has(path) || !(path === '/api' || path.startsWith('/api/'))) return;
    const found = await sessions.find(request.cookies[SESSION_COOKIE]);
    if (!found) throw new ProblemException(401, 'Please sign in.');
    request.user = found.user;
    request.sessionId = found.sessionId;
  };
}
