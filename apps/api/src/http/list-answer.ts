import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { ListQuery } from './list-query';

declare module 'fastify' {
  interface FastifyReply {
    /** Which rows of a list the answer holds; empty where it is none. */
    listRange: string;
  }
}

/** A page of a list with the number of all its rows. */
export interface Page<T> {
  rows: T[];
  total: number;
}

/** Says in `Content-Range` which rows these are and gives the rows: `schools 0-24/531`. */
export function answerList<T>(
  reply: FastifyReply,
  resource: string,
  { offset }: Pick<ListQuery, 'offset'>,
  { rows, total }: Page<T>,
): T[] {
  const span = rows.length === 0 ? '*' : `${offset}-${offset + rows.length - 1}`;
  reply.listRange = `${resource} ${span}/${total}`;
  return rows;
}

/**
 * Writes `Content-Range` last of all: what compresses takes an answer that has it for a piece of a file
 * and leaves it as large as it is. Call it once that is registered.
 */
export function sendListRanges(fastify: FastifyInstance): void {
  fastify.decorateReply('listRange', '');
  fastify.addHook('onRoute', (route: Pick<RouteOptions, 'onSend'>) => {
    route.onSend = [route.onSend ?? [], sendListRange].flat();
  });
}

async function sendListRange(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (reply.listRange !== '') void reply.header('Content-Range', reply.listRange);
}
