import type { FastifyRequest } from 'fastify';
import { forbidden } from './problem';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that a page of another site sends. A client that names no Origin is no browser
 * page and is served.
 *
 * @throws 403
 */
export async function checkOrigin(request: FastifyRequest): Promise<void> {
  const { origin } = request.headers;
  if (READS.has(request.method) || origin === undefined) return;
  if (hostOf(origin) !== request.headers.host) {
    throw forbidden('This request was sent from another site and was not carried out.');
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
