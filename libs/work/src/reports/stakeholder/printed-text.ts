import { visibleText } from '@tracker/files';

/** Stands for what the font has no letter for; the font has this one. */
export const NO_LETTER = '□';

/** Joiners, selectors and marks of direction, which nobody sees. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** What a font can print, and how many characters it could not. */
export class PrintedText {
  /** Characters shown as `NO_LETTER` so far. */
  replaced = 0;

  constructor(private readonly hasLetter: (codePoint: number) => boolean) {}

  /** An emoji of several parts is one character that is missing, not five. */
  readonly of = (text: string): string => {
    const plain = visibleText(text, NO_LETTER).normalize('NFC');
    // Nearly every text is printed as it stands.
    const isPlain = [...plain].every((letter) => letter === '\n' || this.has(letter));
    const printed = isPlain
      ? plain
      : [...graphemes.segment(plain)].map(({ segment }) => this.grapheme(segment)).join('');
    this.replaced += count(printed, NO_LETTER) - count(text, NO_LETTER);
    return printed;
  };

  private grapheme(segment: string): string {
    if (segment === '\n') return segment;
    if (segment === '\t') return ' ';
    const seen = [...segment].filter((letter) => !UNSEEN.test(letter));
    return seen.every((letter) => this.has(letter)) ? seen.join('') : NO_LETTER;
  }

  private has(letter: string): boolean {
    return this.hasLetter(letter.codePointAt(0) ?? 0);
  }
}

const count = (text: string, part: string): number => text.split(part).length - 1;
