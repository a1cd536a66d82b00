import type { FastifyRequest } from 'fastify';
import { malformed } from './problem';

/** Lists and objects inside each other at most; the deepest body that there is has three. */
export const DEEPEST_BODY = 20;

/**
 * Refuses a body that is nested beyond all use, before anything walks through it and runs out of
 * stack.
 *
 * @throws 400
 */
export async function checkBodyDepth({ body }: FastifyRequest): Promise<void> {
  let level = [body].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_BODY) throw malformed('The body is nested too deeply.');
    level = level.flatMap((value) => Object.values(value)).filter(isNested);
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
