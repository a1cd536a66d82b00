import type { DocumentBlock, DocumentToRead } from '@tracker/domain';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { BlockWriter } from './block-writer';
import { DOCUMENT_BOUNDS, DocumentSpent, SENTENCES } from './document-bounds';

/** What is never shown as text, or is no content of the page. */
const SKIPPED = new Set(
  'script style noscript template svg math nav footer aside form select button iframe object embed canvas audio video map dialog textarea'.split(
    ' ',
  ),
);
/** As `SKIPPED`, unless inside the page's own content. */
const SKIPPED_OUTSIDE = new Set(['header']);
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const SKIPPED_ROLES =
  /^(navigation|banner|contentinfo|search|menu|menubar|complementary|alert|dialog)$/;
const SKIPPED_NAMES =
  /(?:^|\s)(?:nav|navbar|navigation|menu|main-?menu|sub-?menu|footer|site-?footer|breadcrumbs?|cookie[\w-]*|side-?bar|skip-?link[\w-]*|sr-only|visually-hidden|social[\w-]*|share[\w-]*)(?:\s|$)/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i;
const PIECE = 65_536;
/** Of what stands inside the content of a page, so much makes the rest of the page frame. */
const ENOUGH = 200;

interface Open {
  name: string;
  skips: boolean;
  main: boolean;
}

/** The blocks of a page: what a reader of it would see of its content, in order. */
export async function readHtml(html: string, spent = new DocumentSpent()): Promise<DocumentToRead> {
  // The parser is a module of the newer kind.
  const { Parser } = await import('htmlparser2');
  const page = new Page(spent);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  // A text comes in pieces, so that one without end is given up as soon as it is too long.
  for (let at = 0; at < html.length; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
  return { title: page.title.trim() || null, blocks: page.content() };
}

class Page {
  title = '';
  private readonly stack: Open[] = [];
  private skipping = 0;
  private inTitle = false;
  private mains = 0;
  private readonly writer: BlockWriter;

  constructor(private readonly spent: DocumentSpent) {
    this.writer = new BlockWriter(spent);
  }

  open(name: string, attributes: Record<string, string>): void {
    this.spent.node();
    if (VOID.has(name)) {
      if (name === 'br' && this.skipping === 0) this.writer.lineBreak();
      else if (name === 'hr' && this.skipping === 0) this.writer.flush();
      return;
    }
    if (this.stack.length >= DOCUMENT_BOUNDS.depth) throw new UnreadableFileError(SENTENCES.nodes);
    const skips = this.isSkipped(name, attributes);
    const main = name === 'main' || name === 'article' || attributes.role === 'main';
    this.stack.push({ name, skips, main });
    if (skips) this.skipping += 1;
    if (main) this.mains += 1;
    if (name === 'title' && this.stack.length <= 4) this.inTitle = true;
    if (this.skipping > 0 || name === 'title') return;
    this.writer.inMain = this.mains > 0;
    this.begin(name, attributes);
  }

  private isSkipped(name: string, attributes: Record<string, string>): boolean {
    if (SKIPPED.has(name) || (SKIPPED_OUTSIDE.has(name) && this.mains === 0)) return true;
    if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
    if (HIDDEN.test(attributes.style ?? '')) return true;
    if (SKIPPED_ROLES.test(attributes.role ?? '')) return true;
    if (name === 'body' || name === 'html' || name === 'main') return false;
    return SKIPPED_NAMES.test(attributes.class ?? '') || SKIPPED_NAMES.test(attributes.id ?? '');
  }

  private begin(name: string, attributes: Record<string, string>): void {
    const level = /^h([1-6])$/.exec(name);
    if (name === 'table') this.writer.beginTable();
    else if (name === 'tr') this.writer.beginRow();
    else if (name === 'td' || name === 'th')
      this.writer.beginCell(spanOf(attributes.colspan), spanOf(attributes.rowspan));
    else if (name === 'dt') this.writer.beginTerm();
    else if (name === 'dd') this.writer.beginDefinition();
    else if (level) this.writer.begin('heading', Number(level[1]));
    else if (name === 'li') this.writer.begin('item', this.stack.at(-2)?.name === 'ol' ? 1 : 0);
    else if (BLOCKS.has(name)) this.writer.begin('paragraph', 0);
    else if (name === 'strong' || name === 'b') this.writer.bold(1);
    else if (name === 'a') this.writer.link(1);
  }

  text(text: string): void {
    if (this.inTitle) this.title += text.slice(0, 500);
    else if (this.skipping === 0) this.writer.add(text);
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    const at = this.stack.map((open) => open.name).lastIndexOf(name);
    if (at < 0) return;
    for (const open of this.stack.splice(at).reverse()) {
      if (open.name === 'title') this.inTitle = false;
      if (this.skipping === 0) this.end(open.name);
      if (open.skips) this.skipping -= 1;
      if (open.main) this.mains -= 1;
    }
    this.writer.inMain = this.mains > 0;
  }

  private end(name: string): void {
    if (name === 'table') this.writer.endTable();
    else if (name === 'tr') this.writer.endRow();
    else if (name === 'td' || name === 'th') this.writer.endCell();
    else if (name === 'dl') this.writer.endDefinitions();
    else if (name === 'strong' || name === 'b') this.writer.bold(-1);
    else if (name === 'a') this.writer.link(-1);
    else if (BLOCKS.has(name)) this.writer.flush();
  }

  content(): DocumentBlock[] {
    this.writer.finish();
    const { written } = this.writer;
    const inside = written.filter(({ main }) => main);
    const length = inside.reduce((sum, { block }) => sum + lengthOf(block), 0);
    return (length >= ENOUGH ? inside : written).map(({ block }) => block);
  }
}

const spanOf = (text: string | undefined): number => {
  const span = Number(text ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, DOCUMENT_BOUNDS.span) : 1;
};
const lengthOf = (block: DocumentBlock): number =>
  block.kind === 'table' ? block.rows.flat().join('').length : block.text.length;
