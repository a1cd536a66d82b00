import type { Metrics } from '@tracker/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routeOf } from './api-address';

/** Counts each request by the template of its route, which no client can choose. */
export const requestMetrics =
  (metrics: Metrics) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    metrics.request(request.method, routeOf(request), reply.statusCode, reply.elapsedTime);
