import type { DocumentBlock } from '@tracker/domain';
import { bodyHeight, looksLikeHeading, textOfPieces, type PdfPiece } from './pdf-text';

/** A branch of what a PDF says of its own structure, as pdf.js gives it. */
export interface StructNode {
  role?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

const PARAGRAPH = /^(P|BlockQuote|Note|Caption|TOCI|Formula|Title|Quote|Index|BibEntry|Code)$/;
const HEADING = /^(?:H([1-6])?|Title)$/;
const INLINE = /^(Span|NonStruct|Link|Reference|Em|Strong|Annot|Quote|Sub|Private|WP|Lbl|LBody)$/;

interface Said {
  kind: 'heading' | 'paragraph' | 'item';
  level: number;
  pieces: PdfPiece[];
  ordered: boolean;
}

/** The blocks of a page that says how it is built, and how much of its text they hold. */
export function taggedBlocks(
  tree: StructNode,
  pieces: ReadonlyMap<string, PdfPiece[]>,
): { blocks: DocumentBlock[]; characters: number } {
  const walk = new TagWalk(pieces);
  walk.into(tree, null);
  walk.flush();
  return { blocks: walk.blocks, characters: walk.characters };
}

class TagWalk {
  readonly blocks: DocumentBlock[] = [];
  characters = 0;
  private open: Said = { kind: 'paragraph', level: 0, pieces: [], ordered: false };
  private readonly body: number;

  constructor(private readonly pieces: ReadonlyMap<string, PdfPiece[]>) {
    this.body = bodyHeight([...pieces.values()].flat());
  }

  into(node: StructNode, item: { ordered: boolean } | null): void {
    if (node.type === 'content' && node.id !== undefined) {
      const own = this.pieces.get(node.id) ?? [];
      this.open.pieces.push(...own);
      this.characters += own.reduce((sum, { text }) => sum + text.length, 0);
      return;
    }
    const role = node.role ?? '';
    if (role === 'Table') return this.table(node);
    if (role === 'LI') return this.item(node);
    const heading = HEADING.exec(role);
    if (heading) this.begin('heading', Number(heading[1] ?? 1), false);
    else if (!INLINE.test(role)) this.begin(item ? 'item' : 'paragraph', 0, item?.ordered ?? false);
    for (const child of node.children ?? []) this.into(child, PARAGRAPH.test(role) ? null : item);
    if (heading || PARAGRAPH.test(role)) this.flush();
  }

  private begin(kind: Said['kind'], level: number, ordered: boolean): void {
    // The first paragraph of an item is the item.
    if (this.open.pieces.length === 0 && this.open.kind === 'item' && kind !== 'heading') return;
    this.flush();
    this.open = { kind, level, pieces: [], ordered };
  }

  private item(node: StructNode): void {
    this.flush();
    const label = (node.children ?? []).find(({ role }) => role === 'Lbl');
    const sign = label ? textOfPieces(this.piecesOf(label)) : '';
    this.open = { kind: 'item', level: 0, pieces: [], ordered: /^\(?\d/.test(sign) };
    for (const child of node.children ?? []) {
      if (child !== label) this.into(child, null);
      else this.characters += sign.length;
    }
    this.flush();
  }

  private table(node: StructNode): void {
    this.flush();
    const rows = rowsOf(node).map((row) =>
      (row.children ?? [])
        .filter(({ role }) => role === 'TD' || role === 'TH')
        .map((cell) => this.cell(cell)),
    );
    const filled = rows.filter((row) => row.some((cell) => cell !== ''));
    if (filled.length > 0) this.blocks.push({ kind: 'table', rows: filled });
  }

  /** What a cell says; its paragraphs and items stand in lines of their own. */
  private cell(node: StructNode): string {
    const inside = new TagWalk(this.pieces);
    for (const child of node.children ?? []) inside.into(child, null);
    inside.flush();
    this.characters += inside.characters;
    return inside.blocks
      .flatMap((block) => {
        if (block.kind === 'table') return block.rows.map((row) => row.filter(Boolean).join(' '));
        return [block.kind === 'item' ? `- ${block.text}` : block.text];
      })
      .join('\n');
  }

  private piecesOf(node: StructNode): PdfPiece[] {
    if (node.type === 'content' && node.id !== undefined) return this.pieces.get(node.id) ?? [];
    return (node.children ?? []).flatMap((child) => this.piecesOf(child));
  }

  flush(): void {
    const { kind, level, pieces, ordered } = this.open;
    const text = textOfPieces(pieces);
    this.open = { kind: 'paragraph', level: 0, pieces: [], ordered: false };
    if (text === '') return;
    const bare = text.replace(/^[•●▪■◦‣·\uf0b7\uf0a7]\s*/, '');
    const height = Math.max(...pieces.map((piece) => piece.height));
    if (kind === 'heading') this.blocks.push({ kind, text, level });
    else if (kind === 'item' || bare !== text)
      this.blocks.push({ kind: 'item', text: bare, ordered });
    else if (looksLikeHeading(text, height, this.body))
      this.blocks.push({ kind: 'heading', text, level: 0 });
    else this.blocks.push({ kind: 'paragraph', text });
  }
}

/** Rows of the table itself, whatever groups them, and none of a table inside. */
function rowsOf(node: StructNode): StructNode[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.role === 'TR') return [child];
    return child.role === 'THead' || child.role === 'TBody' || child.role === 'TFoot'
      ? rowsOf(child)
      : [];
  });
}
