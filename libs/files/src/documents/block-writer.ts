import type { DocumentBlock } from '@tracker/domain';
import type { DocumentSpent } from './document-bounds';

interface Written {
  block: DocumentBlock;
  main: boolean;
}

interface Table {
  rows: string[][];
  row: string[] | null;
  cell: string | null;
  /** Columns that a cell above reaches down into, and how many rows yet. */
  below: Map<number, number>;
  span: { columns: number; rows: number };
  /** Another table stands in it: it only puts things in their places. */
  isLayout: boolean;
}

const LONGEST_HEADING = 90;
/** A list of so many lines that are links alone is a menu. */
const MENU_ITEMS = 4;

/** Puts the texts of a marked-up document together as blocks. */
export class BlockWriter {
  readonly written: Written[] = [];
  inMain = false;
  private kind: 'heading' | 'paragraph' | 'item' = 'paragraph';
  private level = 0;
  private open = '';
  private boldDepth = 0;
  private linkDepth = 0;
  private plainCharacters = 0;
  private unlinkedCharacters = 0;
  private tables: Table[] = [];
  private terms: string[][] | null = null;
  private links = 0;

  constructor(private readonly spent: DocumentSpent) {}

  begin(kind: 'heading' | 'paragraph' | 'item', level: number): void {
    const goesOnInItem = this.kind === 'item' && kind === 'paragraph' && this.open.trim() === '';
    this.flush();
    if (goesOnInItem) return;
    this.kind = kind;
    this.level = level;
    const cell = this.cell();
    if (cell && kind === 'item') this.put(cell, '\n- ');
  }

  add(text: string): void {
    const tidy = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
    if (tidy === '') return;
    this.spent.text(tidy);
    const cell = this.cell();
    if (cell) return this.put(cell, tidy);
    this.open += tidy;
    const length = tidy.trim().length;
    if (this.boldDepth === 0) this.plainCharacters += length;
    if (this.linkDepth === 0) this.unlinkedCharacters += length;
  }

  bold(by: 1 | -1): void {
    this.boldDepth = Math.max(0, this.boldDepth + by);
  }

  link(by: 1 | -1): void {
    this.linkDepth = Math.max(0, this.linkDepth + by);
  }

  /** A break inside a paragraph: what follows in bold may be a heading, so the paragraph ends. */
  lineBreak(): void {
    const cell = this.cell();
    if (cell) this.put(cell, '\n');
    else if (this.kind === 'paragraph') this.flush();
    else this.open += ' ';
  }

  flush(): void {
    const cell = this.cell();
    if (cell) {
      this.put(cell, '\n');
      this.kind = 'paragraph';
      return;
    }
    const text = this.open.replace(/\s+/g, ' ').trim();
    if (text !== '') this.write(text);
    this.open = '';
    this.kind = 'paragraph';
    this.level = 0;
    this.plainCharacters = 0;
    this.unlinkedCharacters = 0;
  }

  private write(text: string): void {
    const isBold =
      this.plainCharacters === 0 && text.length <= LONGEST_HEADING && !/[.!?,;]$/.test(text);
    const isLink = this.kind === 'item' && this.unlinkedCharacters === 0;
    if (this.terms) this.terms.at(-1)?.push(text);
    else if (this.kind === 'heading') this.push({ kind: 'heading', text, level: this.level });
    else if (this.kind === 'item') this.push({ kind: 'item', text, ordered: this.level === 1 });
    else if (isBold) this.push({ kind: 'heading', text, level: 0 });
    else this.push({ kind: 'paragraph', text });
    if (isLink) this.links += 1;
    else this.dropMenu();
  }

  private push(block: DocumentBlock): void {
    this.written.push({ block, main: this.inMain });
  }

  /** Links alone, one under the other, lead elsewhere and say nothing. */
  private dropMenu(): void {
    if (this.links >= MENU_ITEMS)
      this.written.splice(this.written.length - 1 - this.links, this.links);
    this.links = 0;
  }

  beginTable(): void {
    const outer = this.tables.at(-1);
    if (outer) this.asLayout(outer);
    else this.flush();
    this.tables.push({
      ...{ rows: [], row: null, cell: null, below: new Map() },
      ...{ span: { columns: 1, rows: 1 }, isLayout: false },
    });
  }

  /** What a table that only places things has said so far, as paragraphs. */
  private asLayout(table: Table): void {
    const texts = [...table.rows.flat(), ...(table.row ?? []), table.cell ?? ''];
    table.isLayout = true;
    table.rows = [];
    if (table.row) table.row = [];
    if (table.cell !== null) table.cell = '';
    for (const text of texts.flatMap((each) => each.split('\n'))) {
      const tidy = tidyCell(text);
      if (tidy !== '') this.push({ kind: 'paragraph', text: tidy });
    }
  }

  beginRow(): void {
    const table = this.tables.at(-1);
    if (table) table.row = [];
  }

  beginCell(columns: number, rows: number): void {
    const table = this.tables.at(-1);
    if (!table) return this.flush();
    table.row ??= [];
    this.fillFromAbove(table, table.row);
    table.cell = '';
    table.span = { columns, rows };
  }

  private fillFromAbove(table: Table, row: string[]): void {
    for (let rows = table.below.get(row.length); rows; rows = table.below.get(row.length)) {
      if (rows === 1) table.below.delete(row.length);
      else table.below.set(row.length, rows - 1);
      row.push('');
    }
  }

  endCell(): void {
    const table = this.tables.at(-1);
    if (!table?.row || table.cell === null) return;
    const text = tidyCell(table.cell);
    const { columns, rows } = table.span;
    if (table.isLayout) {
      for (const line of text.split('\n').filter(Boolean))
        this.push({ kind: 'paragraph', text: line });
    }
    for (let i = 0; i < columns; i += 1) {
      if (rows > 1) table.below.set(table.row.length, rows - 1);
      table.row.push(i === 0 ? text : '');
    }
    table.cell = null;
  }

  endRow(): void {
    const table = this.tables.at(-1);
    if (!table?.row) return;
    this.endCell();
    this.fillFromAbove(table, table.row);
    if (table.row.length > 0) table.rows.push(table.row);
    table.row = null;
  }

  endTable(): void {
    this.endRow();
    const table = this.tables.pop();
    if (!table || table.isLayout) return;
    const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
    if (rows.length > 0) this.push({ kind: 'table', rows });
    this.links = 0;
  }

  beginTerm(): void {
    this.flush();
    if (this.cell()) return;
    (this.terms ??= []).push([]);
  }

  beginDefinition(): void {
    this.flush();
  }

  endDefinitions(): void {
    this.flush();
    const rows = (this.terms ?? []).filter((row) => row.length > 0);
    this.terms = null;
    if (rows.length > 0) this.push({ kind: 'table', rows });
  }

  finish(): void {
    while (this.tables.length > 0) this.endTable();
    this.endDefinitions();
    this.flush();
    if (this.links >= MENU_ITEMS) this.written.splice(this.written.length - this.links, this.links);
  }

  private cell(): Table | null {
    const table = this.tables.at(-1);
    return table !== undefined && table.cell !== null ? table : null;
  }

  private put(table: Table, text: string): void {
    table.cell = (table.cell ?? '') + text;
  }
}

const tidyCell = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
