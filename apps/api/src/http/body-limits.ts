import type { RouteOptions } from 'fastify';
import { isOpen } from './open-routes';

/** Largest JSON body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Of a route that needs no session: an address, a password, a token. */
export const OPEN_BODY_LIMIT = 16 * 1024;
/** The answers of the longest survey, each of them long. */
const ANSWERS_BODY_LIMIT = 256 * 1024;
const ANSWERS = '/api/school-survey/answers';

/** Gives each route that anybody can reach its own small bound, held while the body arrives. */
export function boundBodies(route: Pick<RouteOptions, 'url' | 'bodyLimit'>): void {
  if (isOpen(route.url)) {
    route.bodyLimit = route.url === ANSWERS ? ANSWERS_BODY_LIMIT : OPEN_BODY_LIMIT;
  }
}
