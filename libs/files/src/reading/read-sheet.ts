import { BOUNDS, DAMAGED_WORKBOOK, SMALLER, within, type Spent } from './bounds';
import { cellOf, type ValueContext, type WrittenCell } from './cell-value';
import { placeOf, rangeOf, refuseOutside } from './cell-place';
import { readXml, type Attributes, type XmlVisitor } from './read-xml';
import { RichTextBuilder } from './rich-text';
import { SheetLinks } from './sheet-links';
import type { WorkbookRow, WorkbookSheet } from './workbook';
import type { CellStyles } from './workbook-styles';

/** Of a formula only its beginning is looked at. */
const LONGEST_FORMULA = 8_192;

type SheetContent = Omit<WorkbookSheet, 'name' | 'visibility'>;

export interface SheetContext extends ValueContext {
  styles: CellStyles;
  spent: Spent;
  /** Addresses outside the workbook by the id of their relation. */
  addresses: ReadonlyMap<string, string>;
}

/**
 * The filled cells of one sheet. What the part says of its own size is not believed: a cell counts
 * when it comes, and where it stands costs nothing.
 */
export async function readSheet(
  bytes: AsyncIterable<Buffer>,
  context: SheetContext,
): Promise<SheetContent> {
  const visitor = new SheetVisitor(context);
  await readXml(bytes, context.spent, visitor);
  const { content, links } = visitor;
  links.putInto(content.rows);
  // Nearly always in order already; who writes otherwise is read all the same.
  content.rows.sort((a, b) => a.line - b.line);
  for (const { cells } of content.rows) cells.sort((a, b) => a.column - b.column);
  return content;
}

class SheetVisitor implements XmlVisitor {
  readonly content: SheetContent = { rows: [], merged: [], hiddenColumns: [], filtered: false };
  private row: WorkbookRow = { line: 0, hidden: false, cells: [] };
  private cell: WrittenCell | null = null;
  private lastColumn = -1;
  private inValue = false;
  private formula: string | null = null;
  private readonly words: RichTextBuilder;
  readonly links: SheetLinks;

  constructor(private readonly context: SheetContext) {
    this.links = new SheetLinks(context.spent);
    this.words = new RichTextBuilder(context.spent);
  }

  open(name: string, attributes: Attributes): void {
    if (this.cell) {
      if (name === 'v') this.inValue = true;
      else if (name === 'f') this.formula = '';
      else this.words.open(name, attributes);
      return;
    }
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else this.openOther(name, attributes);
  }

  text(text: string): void {
    if (!this.cell) return;
    if (this.formula !== null) {
      if (this.formula.length < LONGEST_FORMULA) this.formula += text;
    } else if (!this.inValue) this.words.add(text);
    else {
      this.cell.written += text;
      const sentence = `One cell holds more than 100,000 characters. ${SMALLER}`;
      within(this.cell.written.length, BOUNDS.cell, sentence);
    }
  }

  close(name: string): void {
    if (name === 'row') this.closeRow();
    if (!this.cell) return;
    if (name === 'v') this.inValue = false;
    else if (name === 'f') this.closeFormula(this.cell);
    else if (name === 'is') this.cell.inline = this.words.take();
    else if (name === 'c') this.closeCell(this.cell);
    else this.words.close(name);
  }

  private openRow(attributes: Attributes): void {
    const line = Number(attributes.get('r') ?? this.row.line + 1);
    refuseOutside(line, 0, attributes.get('r') ?? String(line));
    const flat = Number(attributes.get('ht') ?? 1) === 0;
    this.row = { line, hidden: attributes.isOn('hidden') || flat, cells: [] };
    this.lastColumn = -1;
  }

  private closeRow(): void {
    const { rows } = this.content;
    if (this.row.cells.length === 0) return;
    rows.push(this.row);
    within(rows.length, BOUNDS.rows, `The sheet has more than 100,000 rows. ${SMALLER}`);
    this.row = { line: this.row.line, hidden: false, cells: [] };
  }

  private openCell(attributes: Attributes): void {
    const place = attributes.get('r');
    const column = place === undefined ? this.lastColumn + 1 : placeOf(place).column;
    refuseOutside(this.row.line, column, place ?? '');
    this.lastColumn = column;
    this.cell = {
      column,
      type: attributes.get('t') ?? 'n',
      style: this.context.styles(attributes.get('s')),
      written: '',
      inline: null,
    };
  }

  private closeFormula({ column }: WrittenCell): void {
    this.links.addFormula(this.row.line, column, this.formula ?? '');
    this.formula = null;
  }

  private closeCell(written: WrittenCell): void {
    this.cell = null;
    this.inValue = false;
    this.formula = null;
    const cell = cellOf(written, this.context);
    if (!cell) return;
    this.context.spent.cell();
    if (typeof cell.value === 'string' && written.type !== 's') this.context.spent.text(cell.value);
    this.row.cells.push(cell);
  }

  private openOther(name: string, attributes: Attributes): void {
    const { merged, hiddenColumns } = this.content;
    if (name === 'mergeCell') {
      const range = rangeOf(attributes.get('ref') ?? '');
      if (range) merged.push(range);
      within(merged.length, BOUNDS.merged, DAMAGED_WORKBOOK);
    } else if (name === 'hyperlink') {
      const address = this.context.addresses.get(attributes.get(':id') ?? '');
      this.links.add(attributes.get('ref') ?? '', address);
    } else if (name === 'col' && attributes.isOn('hidden')) {
      const [from, to] = [Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1];
      if (from >= 0 && to >= from)
        hiddenColumns.push({ from, to: Math.min(to, BOUNDS.columns - 1) });
      within(hiddenColumns.length, BOUNDS.columns, DAMAGED_WORKBOOK);
    } else if (name === 'filterColumn') this.content.filtered = true;
  }
}
