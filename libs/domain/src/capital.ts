/** The same with a capital to begin with: of a sentence, of a heading. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
