/** Words of the domain as a list for SQL's `IN`. */
export const listed = (words: readonly string[]): string =>
  words.map((word) => `'${word}'`).join(', ');
