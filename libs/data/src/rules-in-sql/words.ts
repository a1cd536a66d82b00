import { raw, type Sql } from '../sql';

/** Words of the domain as a list for SQL's `IN`. */
export const listed = (words: readonly string[]): Sql =>
  raw(words.map((word) => `'${word}'`).join(', '));
