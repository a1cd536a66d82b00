/** `Tuesdays, Wednesdays and Fridays`. */
export const listInWords = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
