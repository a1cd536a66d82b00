import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem';

/**
 * Bodies come as they are: one that is packed could be a thousand times what its length says.
 *
 * @throws 415
 */
export async function checkBodyEncoding({ headers }: FastifyRequest): Promise<void> {
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return;
  throw new ProblemException(415, 'Send the body as it is, not compressed.');
}
