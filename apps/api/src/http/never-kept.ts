import type { FastifyReply, FastifyRequest } from 'fastify';
import { isForApi } from './api-address';

/**
 * What the API answers is kept by no browser and no proxy: it is about schools and people, and the
 * next one at the same computer may be somebody else. A route that is asked whether anything has
 * changed since says so itself.
 */
export async function forbidKeeping(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isForApi(request)) void reply.header('Cache-Control', 'no-store');
}
