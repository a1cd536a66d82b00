import type { FastifyRequest } from 'fastify';
import { malformed } from './problem';

/** Lists and objects inside each other at most; the deepest body that there is has three. */
export const DEEPEST_BODY = 20;

/** Half of a character of two halves: no text, and checks of addresses fail over it. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * Refuses a body that is nested beyond all use, before anything walks through it and runs out of
 * stack, and one with text that is none.
 *
 * @throws 400
 */
export async function checkBodyShape({ body }: FastifyRequest): Promise<void> {
  let level = [body].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_BODY) throw malformed('The body is nested too deeply.');
    for (const [field, value] of level.flatMap((nested) => Object.entries(nested))) {
      if (typeof value === 'string' && HALF_A_CHARACTER.test(value)) {
        throw malformed(`The field "${field}" holds half of a character.`);
      }
    }
    level = level.flatMap((value) => Object.values(value)).filter(isNested);
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
