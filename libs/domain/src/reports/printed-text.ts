import { mapTexts } from './map-texts';
import { isPdfLetter } from './pdf-letters';
import type { ReportDocument } from './report-document';
import { visibleText } from './visible-text';

/** Stands in a PDF for what its font has no letter for; the font has this one. */
export const NO_LETTER = '□';

/** Joiners, selectors and marks of direction, which nobody sees. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Texts as a PDF shows them, and what it could not show of them. */
export class PrintedText {
  /** Characters shown as `NO_LETTER` so far. */
  replaced = 0;
  /** Those the font has no letter for, each once. */
  readonly missing = new Set<string>();

  /** An emoji of several parts is one character that is missing, not five. */
  readonly of = (text: string): string => {
    const plain = visibleText(text, NO_LETTER).normalize('NFC');
    // Nearly every text is printed as it stands.
    const printed = [...plain].every((letter) => letter === '\n' || has(letter))
      ? plain
      : [...graphemes.segment(plain)].map(({ segment }) => this.grapheme(segment)).join('');
    this.replaced += occurrences(printed, NO_LETTER) - occurrences(text, NO_LETTER);
    return printed;
  };

  private grapheme(segment: string): string {
    if (segment === '\n') return segment;
    if (segment === '\t') return ' ';
    const seen = [...segment].filter((letter) => !UNSEEN.test(letter));
    if (seen.every(has)) return seen.join('');
    this.missing.add(segment);
    return NO_LETTER;
  }
}

const has = (letter: string): boolean => isPdfLetter(letter.codePointAt(0) ?? 0);
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** More than so many characters are not named. */
export const MOST_MISSING_NAMED = 20;

/** The characters of texts that a PDF cannot show, each once; of more than can be named, one more. */
export function missingInPdf(texts: readonly string[]): string[] {
  const printed = new PrintedText();
  texts.forEach(printed.of);
  return [...printed.missing].slice(0, MOST_MISSING_NAMED + 1);
}

/** As `missingInPdf`, of all that a document says. */
export function missingInPdfOf(document: ReportDocument): string[] {
  const texts: string[] = [];
  mapTexts(document, (text) => {
    texts.push(text);
    return text;
  });
  return missingInPdf(texts);
}
