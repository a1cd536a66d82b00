import type { Readable } from 'node:stream';
import {
  mapTexts,
  NO_LETTER,
  plural,
  PrintedText,
  type ReportBlock,
  type ReportDocument,
  visibleText,
} from '@tracker/domain';
import { addBars, addLines } from './pdf-charts';
import { addFooters, openPdf, type Pdf, type Structure } from './pdf-page';
import { addTable } from './pdf-table';
import { addFigures, addHeading, addList, addParagraph, addTitle } from './pdf-text';

/**
 * A document as PDF: tagged for screen readers, with bookmarks, drawn in vectors, its fonts inside.
 *
 * @param reached told how far it has come, 0 to 1
 */
export function pdfFile(given: ReportDocument, reached: (share: number) => void): Readable {
  const pdf = openPdf(mapTexts(given, visibleText));
  const printed = new PrintedText();
  const document = withNote(mapTexts(given, printed.of), printed.replaced);
  const root = pdf.struct('Document', { title: document.title });
  pdf.addStructure(root);
  addTitle(pdf, root, document.title, document.subtitle);
  const bookmarks = new Bookmarks(pdf);
  document.blocks.forEach((block, index) => {
    addBlock(pdf, root, block, bookmarks);
    reached(0.2 + (0.7 * (index + 1)) / document.blocks.length);
  });
  root.end();
  addFooters(pdf, document.title);
  pdf.end();
  return pdf as unknown as Readable;
}

/** Whoever reads the file is told what is missing in it, and where it is not. */
function withNote(document: ReportDocument, replaced: number): ReportDocument {
  if (replaced === 0) return document;
  const isOne = replaced === 1;
  const text = `${plural(replaced, 'character')} of this document ${isOne ? 'is' : 'are'} shown as ${NO_LETTER} because its font has no letter for ${isOne ? 'it' : 'them'}. The Word document has ${isOne ? 'it' : 'them'}.`;
  return { ...document, blocks: [...document.blocks, { kind: 'paragraph', text }] };
}

function addBlock(pdf: Pdf, root: Structure, block: ReportBlock, bookmarks: Bookmarks): void {
  switch (block.kind) {
    case 'heading':
      addHeading(pdf, root, block.level, block.text);
      return bookmarks.add(block.level, block.text);
    case 'paragraph':
      return addParagraph(pdf, root, block.text);
    case 'list':
      return addList(pdf, root, block.items);
    case 'figures':
      return addFigures(pdf, root, block.items);
    case 'table':
      return addTable(pdf, root, block);
    case 'lines':
      return addLines(pdf, root, block);
    case 'bars':
      return addBars(pdf, root, block);
  }
}

/** The document's outline, by its headings. */
class Bookmarks {
  private chapter: PDFKit.PDFOutline | undefined;

  constructor(private readonly pdf: Pdf) {}

  add(level: 1 | 2, text: string): void {
    const { outline } = this.pdf;
    if (level === 1) this.chapter = outline.addItem(text, { expanded: true });
    else (this.chapter ?? outline).addItem(text);
  }
}
