import type { FastifyRequest } from 'fastify';

/** How the router reads an address that names the server as well; it routes by what is left. */
const SERVER = /^https?:\/\/.*?\//;
/** The same in any way of writing it. */
const ANY_SERVER = /^[a-z][a-z\d+.-]*:\/\/[^/\\?]*/i;
/** Escapes of escapes that are read; nobody means more. */
const DEEPEST_ESCAPE = 4;

/** The address as the router takes it: without the server and what is asked of it. */
export const pathOf = (url: string): string =>
  (url.startsWith('/') ? url : url.replace(SERVER, '/')).split('?')[0] as string;

/**
 * Whether a request is the API's business: it reached one of its routes, or its address could be
 * meant for one in any way of writing it (escaped, doubled or backward slashes, dots, capitals). What
 * looks like the API is closed and counted like it, whether a route answers there or not.
 */
export function isForApi({ url, routeOptions }: Pick<FastifyRequest, 'url' | 'routeOptions'>) {
  return isApiPath(routeOptions.url ?? '') || isApiPath(plainPath(url));
}

/**
 * How a log names what was asked for. The route alone: an address may hold a token, and what is asked of
 * it what somebody searched for.
 */
export const routeOf = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): string =>
  routeOptions.url ?? 'an address without a route';

/** A request as each line of the log names it, in the order of its words. */
export const namesOf = (request: Pick<FastifyRequest, 'id' | 'method' | 'routeOptions'>) => ({
  reference: request.id,
  method: request.method,
  route: routeOf(request),
});

const isApiPath = (path: string): boolean => path === '/api' || path.startsWith('/api/');

function plainPath(url: string): string {
  let path = url.replace(ANY_SERVER, '').split('?')[0] as string;
  for (let depth = 0; depth < DEEPEST_ESCAPE && path.includes('%'); depth += 1)
    path = decoded(path);
  const steps: string[] = [];
  for (const step of path.toLowerCase().split(/[/\\]+/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** Escapes of plain characters read; one that cannot be read stays as it is. */
const decoded = (path: string): string =>
  path.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
