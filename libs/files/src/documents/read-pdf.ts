import type { DocumentBlock, DocumentToRead } from '@tracker/domain';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { DOCUMENT_BOUNDS, DocumentSpent, pagesSentence, SENTENCES } from './document-bounds';
import { layoutBlocks } from './pdf-layout';
import { lineText, linesOf, withoutFurniture } from './pdf-lines';
import { joinPages } from './pdf-pages';
import { taggedBlocks, type StructNode } from './pdf-tagged';
import { bodyHeight, type PdfPiece } from './pdf-text';

interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
}
interface MarkedContent {
  type: string;
  id?: string;
}
interface Annotation {
  fieldType?: string;
  fieldValue?: unknown;
  rect?: number[];
  hidden?: boolean;
}
interface Page {
  getTextContent(options: {
    includeMarkedContent: boolean;
  }): Promise<{ items: (TextItem | MarkedContent)[] }>;
  getStructTree(): Promise<StructNode | null>;
  getAnnotations(): Promise<Annotation[]>;
  cleanup(): unknown;
}
interface Pdf {
  numPages: number;
  isPureXfa: boolean;
  getPage(page: number): Promise<Page>;
  getMetadata(): Promise<{ info: { Title?: unknown } }>;
  destroy(): Promise<void>;
}

interface PageText {
  pieces: PdfPiece[];
  byTag: Map<string, PdfPiece[]>;
  tree: StructNode | null;
}

/** Fewer characters than this are a number or a stamp on a picture of a page. */
const FEWEST_CHARACTERS = 15;
/** Of a page's text its own structure holds so much, or it is not believed. */
const TAGGED_ENOUGH = 0.85;
const MOST_UNMARKED = 250;

/** The blocks of a PDF. Scripts in it are never run, and what is attached is never opened. */
export async function readPdf(bytes: Buffer): Promise<DocumentToRead> {
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > DOCUMENT_BOUNDS.pages)
      throw new UnreadableFileError(pagesSentence(pdf.numPages));
    if (pdf.isPureXfa) throw new UnreadableFileError(SENTENCES.formPdf);
    const pages = await readPages(pdf);
    const lengths = pages.map(({ pieces }) =>
      pieces.reduce((sum, { text }) => sum + text.trim().length, 0),
    );
    if (lengths.every((length) => length < FEWEST_CHARACTERS))
      throw new UnreadableFileError(SENTENCES.pictures);
    const { info } = await pdf.getMetadata();
    return {
      title: typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null,
      blocks: blocksOf(pages),
      textInPictures: lengths.some((length) => length < FEWEST_CHARACTERS),
    };
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : damaged(error);
  } finally {
    await pdf.destroy();
  }
}

const damaged = (cause: unknown) => new UnreadableFileError(SENTENCES.damagedPdf, { cause });

async function open(bytes: Buffer): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      ...{ verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false },
      ...{
        disableFontFace: true,
        disableAutoFetch: true,
        disableStream: true,
        stopAtErrors: false,
      },
    });
    return pdf as unknown as Pdf;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new UnreadableFileError(SENTENCES.pdfPassword);
    throw damaged(error);
  }
}

async function readPages(pdf: Pdf): Promise<PageText[]> {
  const spent = new DocumentSpent();
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const text = textOf(items, spent);
    text.pieces.push(...(await filledFields(page, spent)));
    // A tree that is broken is as none.
    const tree = await page.getStructTree().catch(() => null);
    pages.push({ ...text, tree });
    page.cleanup();
  }
  return pages;
}

function textOf(
  items: readonly (TextItem | MarkedContent)[],
  spent: DocumentSpent,
): Omit<PageText, 'tree'> {
  const pieces: PdfPiece[] = [];
  const byTag = new Map<string, PdfPiece[]>();
  const inside: (string | null)[] = [];
  for (const item of items) {
    spent.node();
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') inside.pop();
      else inside.push(item.id ?? null);
      continue;
    }
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform;
    // What runs up the page is a stamp across it.
    if (item.str === '' || Math.abs(b) > Math.abs(a)) continue;
    spent.text(item.str);
    const height = item.height || Math.hypot(a, b);
    const piece = { text: item.str, x, y, width: item.width, height, rtl: item.dir === 'rtl' };
    pieces.push(piece);
    const id = inside.findLast((each) => each !== null);
    if (id != null) byTag.set(id, [...(byTag.get(id) ?? []), piece]);
  }
  return { pieces, byTag };
}

/** What was typed into the fields of a form, as text in its place. */
async function filledFields(page: Page, spent: DocumentSpent): Promise<PdfPiece[]> {
  const annotations = await page.getAnnotations().catch(() => []);
  return annotations.flatMap(({ fieldType, fieldValue, rect, hidden }) => {
    const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
    const text = values
      .filter((value) => typeof value === 'string')
      .join(', ')
      .trim();
    if ((fieldType !== 'Tx' && fieldType !== 'Ch') || text === '' || hidden || !rect) return [];
    spent.text(text);
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    const height = Math.min(10, top - bottom);
    const lines = text.split(/\r\n?|\n/);
    const y = (top + bottom) / 2 - height / 2 + (lines.length - 1) * height * 0.6;
    return lines.map((line, i): PdfPiece => {
      return {
        text: line,
        x: left,
        y: y - i * height * 1.2,
        width: right - left,
        height,
        rtl: false,
      };
    });
  });
}

function blocksOf(pages: readonly PageText[]): DocumentBlock[] {
  const tagged = pages.map((page) => blocksByTags(page));
  const body = bodyHeight(pages.flatMap(({ pieces }) => pieces));
  const blocks = tagged.every((each) => each !== null)
    ? withoutFurniture(tagged, textOfBlock)
    : withoutFurniture(
        pages.map(({ pieces }) => linesOf(pieces)),
        lineText,
      ).map((lines) => layoutBlocks(lines, body));
  return joinPages(blocks);
}

/** Null where a page does not say how it is built, or leaves much of its text out. */
function blocksByTags({ pieces, byTag, tree }: PageText): DocumentBlock[] | null {
  const lengthOf = (all: readonly PdfPiece[]) =>
    all.reduce((sum, { text }) => sum + text.length, 0);
  const [length, marked] = [lengthOf(pieces), lengthOf([...byTag.values()].flat())];
  // What is not marked stands at the head or foot of the page.
  if (length - marked > Math.max(MOST_UNMARKED, length * 0.2)) return null;
  const found = tree ? taggedBlocks(tree, byTag) : null;
  if (!found) return length < FEWEST_CHARACTERS ? [] : null;
  return found.characters >= marked * TAGGED_ENOUGH ? found.blocks : null;
}

/** A table is no head or foot of a page. */
const textOfBlock = (block: DocumentBlock): string =>
  block.kind === 'table' ? block.rows.flat().join(' ').slice(0, 400) : block.text;
