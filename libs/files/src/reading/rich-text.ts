import { BOUNDS, SMALLER, within, type Spent } from './bounds';
import type { Attributes } from './read-xml';
import type { WorkbookCell } from './workbook';

/** A text as a cell shows it, and whether it, or words of it, are struck through. */
export interface RichText {
  text: string;
  struck?: WorkbookCell['struck'];
}

/** Characters that XML cannot hold are written as their code; `_x005F_` is the underscore itself. */
const CODED = /_x([0-9a-f]{4})_/gi;

// A piece of a text keeps all of it in memory; this one stands by itself.
const standalone = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** Puts a text together from its runs; what only tells how to pronounce it is left out. */
export class RichTextBuilder {
  private pieces: { text: string; struck: boolean }[] = [];
  private length = 0;
  private struckRun = false;
  private inText = false;
  private pronounced = 0;

  constructor(private readonly spent: Spent) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.pronounced += 1;
    else if (name === 'r') this.struckRun = false;
    else if (name === 'strike') {
      this.struckRun = attributes.get('val') === undefined || attributes.isOn('val');
    } else if (name === 't') this.inText = this.pronounced === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.pronounced -= 1;
    else if (name === 'r') this.struckRun = false;
    else if (name === 't') this.inText = false;
  }

  add(text: string): void {
    if (!this.inText) return;
    this.length += text.length;
    within(this.length, BOUNDS.cell, `One cell holds more than 100,000 characters. ${SMALLER}`);
    this.pieces.push({ text, struck: this.struckRun });
  }

  /** What has come since the last time. */
  take(): RichText {
    const [only] = this.pieces;
    const joined =
      this.pieces.length === 1 && only ? only.text : this.pieces.map(({ text }) => text).join('');
    const text = standalone(
      joined.includes('_x')
        ? joined.replace(CODED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
        : joined,
    );
    this.spent.text(text);
    this.length = 0;
    if (this.pieces.length <= 1) {
      this.pieces = [];
      return only?.struck ? { text, struck: 'all' } : { text };
    }
    const seen = this.pieces.filter((piece) => piece.text.trim() !== '');
    const struck = seen.filter((piece) => piece.struck).length;
    this.pieces = [];
    if (struck === 0) return { text };
    return { text, struck: struck === seen.length ? 'all' : 'part' };
  }
}

/** Reads the part `sharedStrings.xml`: texts that cells name by their number. */
export function sharedStringsVisitor(spent: Spent, found: RichText[]) {
  const builder = new RichTextBuilder(spent);
  return {
    open: (name: string, attributes: Attributes) => builder.open(name, attributes),
    text: (text: string) => builder.add(text),
    close(name: string) {
      builder.close(name);
      if (name !== 'si') return;
      found.push(builder.take());
      within(found.length, BOUNDS.cells, `The file has more than 1,000,000 texts. ${SMALLER}`);
    },
  };
}
