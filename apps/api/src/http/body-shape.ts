import type { FastifyRequest } from 'fastify';
import { malformed } from './problem';

/** Lists and objects inside each other at most; the deepest body that there is has three. */
export const DEEPEST_BODY = 20;
/** Values of a body all together; the largest survey there may be has 14,000. */
export const MOST_VALUES = 20_000;
/** Fields of one object; the answers of one survey are 150. */
export const MOST_FIELDS = 200;
/** Entries of one list; the longest list that a route takes has 1,000. */
export const LONGEST_LIST = 2_000;
const LONGEST_FIELD_NAME = 200;

/** Half of a character of two halves: no text, and checks of addresses fail over it. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * Refuses a body that is larger than any use, in number, depth or names, before anything walks
 * through all of it and runs out of time or stack; and one with text that is none. Looks at no more
 * values than it allows.
 *
 * @throws 400
 */
export async function checkBodyShape({ body }: FastifyRequest): Promise<void> {
  let values = 0;
  const waiting: { nested: object; depth: number }[] = isNested(body)
    ? [{ nested: body, depth: 0 }]
    : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { nested, depth } = next;
    if (depth > DEEPEST_BODY) throw malformed('The body is nested too deeply.');
    refuseWidth(nested);
    for (const [field, value] of Object.entries(nested)) {
      values += 1;
      if (values > MOST_VALUES) throw malformed('The body holds more values than any route takes.');
      if (typeof value === 'string' && HALF_A_CHARACTER.test(value)) {
        throw malformed(`The field "${field}" holds half of a character.`);
      }
      if (isNested(value)) waiting.push({ nested: value, depth: depth + 1 });
    }
  }
}

function refuseWidth(nested: object): void {
  if (Array.isArray(nested)) {
    if (nested.length > LONGEST_LIST) throw malformed('A list in the body is too long.');
    return;
  }
  let fields = 0;
  for (const name in nested) {
    fields += 1;
    if (fields > MOST_FIELDS) throw malformed('The body has more fields than any route takes.');
    if (name.length > LONGEST_FIELD_NAME) {
      throw malformed('The body has a field whose name is too long.');
    }
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
