import { Logger } from '@nestjs/common';
import { LogLine } from '@tracker/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isForApi, namesOf } from './api-address';

/**
 * A line for each request to the API once it is answered: `reference GET /api/schools/:id 200 12 ms`. The
 * reference is that of problems and of the audit trail, which knows who asked. An address that cannot be
 * read is refused before any hook and has none.
 */
export function requestLog(logger = new Logger('Requests')) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!isForApi(request)) return;
    const fields = { ...namesOf(request), status: reply.statusCode };
    const ms = Math.round(reply.elapsedTime);
    logger.log(new LogLine(`${Object.values(fields).join(' ')} ${ms} ms`, { ...fields, ms }));
  };
}
