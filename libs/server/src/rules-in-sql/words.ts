import { raw, type Sql } from '../sql';

/** Words of the domain as a list for SQL's `IN`. */
export const listed = (words: readonly string[]): Sql =>
  raw(words.map((word) => `'${word}'`).join(', '));

/** SQL of the caller's; as text where the statement binds by hand: `$1`. */
export type Given = Sql | string;
export const given = (piece: Given): Sql => (typeof piece === 'string' ? raw(piece) : piece);
