import type { FastifyReply } from 'fastify';
import type { ListQuery } from './list-query';

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
  void reply.header('Content-Range', `${resource} ${span}/${total}`);
  return rows;
}
