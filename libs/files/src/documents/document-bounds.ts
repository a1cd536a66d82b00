import { LIMITS } from '@tracker/domain/limits';
import { UnreadableFileError } from '../reading/unreadable-file-error';

const MEGABYTE = 1024 * 1024;

/** What one plan may be at most. */
export const DOCUMENT_BOUNDS = {
  bytes: LIMITS.plan.bytes,
  pages: 100,
  characters: LIMITS.plan.characters,
  /** Of a Word file, unpacked. */
  unpacked: 50 * MEGABYTE,
  /** Elements of a page, and pieces of text of a PDF. */
  nodes: 200_000,
  /** Elements inside each other. */
  depth: 400,
  /** Cells that one says it spans. */
  span: 30,
} as const;

const OR_PASTE = 'Send the plan alone, or paste its text.';

export const SENTENCES = {
  bytes: `The file is larger than 10 MB. ${OR_PASTE}`,
  characters: `The document holds more than 200,000 characters. ${OR_PASTE}`,
  nodes: `The document holds too many parts to be read. ${OR_PASTE}`,
  unpacked: `The Word document is larger than 50 MB unpacked. ${OR_PASTE}`,
  damagedWord: 'The Word document is damaged. Save it again, save it as PDF, or paste its text.',
  wordPassword: 'This Word document has a password. Save it without one, or paste its text.',
  pdfPassword: 'This PDF has a password. Save it without one, or paste its text.',
  damagedPdf: 'This PDF is damaged or cut off. Save it again, or paste its text.',
  pictures:
    'This PDF holds pictures of pages and no text. Paste what it says, or record it as seen.',
  formPdf:
    'This PDF is a form that only Adobe Reader can show. Print it to a PDF and send that, or paste its text.',
  empty: 'There is no text in this file.',
} as const;

export const pagesSentence = (pages: number): string =>
  `This PDF has ${pages.toLocaleString('en-GB')} pages; at most ${DOCUMENT_BOUNDS.pages} are read. ${OR_PASTE}`;

/** Counts what a document holds as it comes. */
export class DocumentSpent {
  private nodes = 0;
  private characters = 0;

  node(): void {
    this.nodes += 1;
    if (this.nodes > DOCUMENT_BOUNDS.nodes) throw new UnreadableFileError(SENTENCES.nodes);
  }

  text(text: string): void {
    this.characters += text.length;
    if (this.characters > DOCUMENT_BOUNDS.characters) {
      throw new UnreadableFileError(SENTENCES.characters);
    }
  }
}
