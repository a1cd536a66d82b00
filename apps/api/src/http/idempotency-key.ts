import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';

/** The Idempotency-Key of a POST that has one; null also where it is no UUID. */
export function keyOf({ method, headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  return method === 'POST' && isUUID(key) ? (key as string).toLowerCase() : null;
}
