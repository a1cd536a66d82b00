import { BOUNDS, DAMAGED_WORKBOOK, within, type Spent } from './bounds';
import { rangeOf } from './cell-place';
import type { MergedCells, WorkbookRow } from './workbook';

/** Ranges that share an address are few; further ones are left out. */
const MOST_RANGES = 200;
/** Longer than any address that a browser takes. */
const LONGEST = 4_000;
const ADDRESS = /^https?:/i;
const FORMULA = /^\s*HYPERLINK\(\s*"([^"]+)"/i;

/** The addresses that lie behind cells of a sheet. */
export class SheetLinks {
  private readonly single = new Map<number, string>();
  private readonly ranges: { range: MergedCells; address: string }[] = [];

  constructor(private readonly spent: Spent) {}

  /** @param ref of the cell or cells, such as `D2` or `D2:D9` */
  add(ref: string, address: string | undefined): void {
    const range = rangeOf(ref);
    if (!range || address === undefined || !isAddress(address)) return;
    this.spent.text(address);
    if (range.fromLine === range.toLine && range.fromColumn === range.toColumn) {
      this.single.set(keyOf(range.fromLine, range.fromColumn), address);
    } else if (this.ranges.length < MOST_RANGES) this.ranges.push({ range, address });
    within(this.single.size, BOUNDS.links, DAMAGED_WORKBOOK);
  }

  /** @param formula of the cell; other formulas than HYPERLINK have no address */
  addFormula(line: number, column: number, formula: string): void {
    const address = FORMULA.exec(formula)?.[1];
    if (address === undefined || !isAddress(address)) return;
    this.spent.text(address);
    this.single.set(keyOf(line, column), address);
  }

  /** Gives each cell the address behind it. */
  putInto(rows: readonly WorkbookRow[]): void {
    if (this.single.size + this.ranges.length === 0) return;
    for (const { line, cells } of rows) {
      const across = this.ranges.filter(
        ({ range }) => line >= range.fromLine && line <= range.toLine,
      );
      for (const cell of cells) {
        const { column } = cell;
        const link =
          this.single.get(keyOf(line, column)) ??
          across.find(({ range }) => column >= range.fromColumn && column <= range.toColumn)
            ?.address;
        if (link !== undefined) cell.link = link;
      }
    }
  }
}

const keyOf = (line: number, column: number): number => line * BOUNDS.columns + column;
const isAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);
