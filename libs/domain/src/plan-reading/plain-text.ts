/** One length per character: what is invisible or a blank of its own becomes a blank. */
export const escapeless = (text: string): string =>
  text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');

/** White space tidied, inside one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Small letters and words alone, to hold two texts beside each other. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A text as a pattern, blanks and dashes loosely. */
export const asPattern = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]+/g, '[\\s-]*');

export const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
