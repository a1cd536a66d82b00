import { sheetText, type SheetCell } from '../visit-sheet/sheet-cell';
import { type PlacedRow, placeRows, type SheetToRead } from '../visit-sheet/sheet-to-read';
import { linkBehind } from './plan-cell';
import {
  isPlanListHeader,
  NO_HEADER,
  PLAN_LIST_HEADER_WITHIN,
  planAddressColumns,
} from './plan-list-columns';

/** A row of a sheet; `fault` is why it is not read, a sentence. */
export interface PlanSheetRow {
  line: number;
  cells: SheetCell[];
  fault?: string;
}

const HIDDEN = 'The row is hidden in the file.';
const STRUCK = 'The row is struck through in the file.';

function faultOf({ fault, hidden, struck }: PlacedRow): string | null {
  return fault ?? (hidden ? HIDDEN : struck.size > 0 ? STRUCK : null);
}

const isFilled = ({ cells }: PlacedRow): boolean => cells.some((cell) => sheetText(cell) !== '');

/** The rows of the one sheet of a workbook that lists plans, its header first. */
export function planSheetRows(
  sheets: readonly SheetToRead[],
): { rows: PlanSheetRow[] } | { problem: string } {
  const lists = sheets.flatMap(({ visibility, ...sheet }) => {
    if (visibility !== 'visible') return [];
    const rows = placeRows({ visibility, ...sheet }).filter(isFilled);
    const header = rows
      .slice(0, PLAN_LIST_HEADER_WITHIN)
      .findIndex(({ cells }) => isPlanListHeader(cells));
    return header < 0 ? [] : [{ name: sheet.name, rows: rows.slice(header) }];
  });
  const [list, second] = lists;
  if (!list) return { problem: NO_HEADER };
  if (second) {
    const names = lists.map(({ name }) => `“${name}”`).join(', ');
    return {
      problem: `More than one sheet lists plans: ${names}. Save the one to import as a file of its own.`,
    };
  }
  const width = Math.max(...list.rows.map(({ cells }) => cells.length));
  const addressColumns = planAddressColumns(list.rows[0]?.cells ?? []);
  return {
    rows: list.rows.map((row, at) => {
      const fault = at === 0 ? null : faultOf(row);
      const cells = [...row.cells, ...Array<SheetCell>(width - row.cells.length).fill(null)];
      for (const column of at === 0 ? [] : addressColumns) {
        cells[column] = linkBehind(cells[column], row.links.get(column));
      }
      return { line: row.line, cells, ...(fault !== null && { fault }) };
    }),
  };
}
