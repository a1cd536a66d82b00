import type { FastifyRequest } from 'fastify';
import { isForApi, pathOf } from '../http/api-address';
import { ProblemException } from '../http/problem';
import { keyOf } from '../http/idempotency-key';
import { isOpen } from '../http/open-routes';
import { SESSION_COOKIE } from '../http/session-cookie';
import type { SessionService } from './session.service';

/**
 * Asks each request to the API for its session and puts the user on it, before any route is looked
 * at: an address that is forgotten in some list is closed, not open.
 *
 * @throws 401
 */
export function closedByDefault(sessions: SessionService) {
  return async (request: FastifyRequest): Promise<void> => {
    // By the route that will answer, however its address is written; a 404 has none.
    const path = request.routeOptions.url ?? pathOf(request.url);
    if (isOpen(path) || !isForApi(request)) return;
    const found = await sessions.find(request.cookies[SESSION_COOKIE], keyOf(request));
    if (!found) throw new ProblemException(401, 'Please sign in.');
    request.user = found.user;
    request.sessionId = found.sessionId;
    request.settings = found.settings;
    request.answered = found.answered;
  };
}
