import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Says once where a client's address was given by somebody who is not believed: a proxy that the
 * operator forgot to name makes everybody one client, and that shows in no other way.
 */
export function unnamedProxyNotice(logger = new Logger('Proxy')) {
  let told = false;
  return async ({ headers, ips, socket }: FastifyRequest): Promise<void> => {
    if (told || headers['x-forwarded-for'] === undefined || (ips?.length ?? 0) > 1) return;
    told = true;
    logger.warn(
      `X-Forwarded-For from ${socket.remoteAddress ?? 'somebody'} was not believed. If that is your proxy, name it in TRACKER_TRUST_PROXY: until then all who come through it are counted as one.`,
    );
  };
}
