/** Stands for a character that a file cannot hold, so that its loss is seen. */
export const REPLACEMENT = '\ufffd';

/** Old ways of breaking a line: tabulators and feeds that spreadsheets and word processors leave behind. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What XML 1.0 has no place for, halves of characters included. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as every kind of file can hold it: breaks of lines are line feeds, and a character that no
 * file can hold is shown as one.
 *
 * @param replacement for a font that lacks the usual one
 */
export const visibleText = (text: string, replacement = REPLACEMENT): string =>
  text.replace(BREAKS, '\n').replace(UNWRITABLE, replacement);
