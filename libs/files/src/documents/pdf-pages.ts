import type { DocumentBlock } from '@tracker/domain';
import { joinLines } from './pdf-text';

/** Blocks of all pages; what a page's end broke in two is one again. */
export function joinPages(pages: readonly DocumentBlock[][]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  pages.forEach((page, number) => {
    page.forEach((block, i) => {
      const last = blocks.at(-1);
      const joined = i === 0 && last ? joinTwo(last, block) : null;
      if (joined) blocks[blocks.length - 1] = joined;
      else blocks.push({ ...block, page: number + 1 });
    });
  });
  return blocks;
}

function joinTwo(last: DocumentBlock, next: DocumentBlock): DocumentBlock | null {
  if (last.kind === 'table' && next.kind === 'table') return joinTables(last, next);
  if (last.kind !== 'paragraph' && last.kind !== 'item') return null;
  if (next.kind !== 'paragraph') return null;
  const goesOn = !/[.!?:]["'”’)]?$/.test(last.text) && /^[\p{Ll}(]/u.test(next.text);
  return goesOn ? { ...last, text: joinLines([last.text, next.text]) } : null;
}

type Table = Extract<DocumentBlock, { kind: 'table' }>;

function joinTables(last: Table, next: Table): Table | null {
  const columns = (table: Table) => Math.max(...table.rows.map((row) => row.length));
  if (columns(last) !== columns(next)) return null;
  const [lastRow = [], firstRow = []] = [last.rows.at(-1), next.rows[0]];
  const repeatsTitle = last.rows[0]!.join() === firstRow.join();
  const rest = repeatsTitle ? next.rows.slice(1) : next.rows;
  // A row that goes on has nothing in its first cell, or goes on in small letters.
  const goesOn = !repeatsTitle && (firstRow[0] === '' || /^[\p{Ll}(]/u.test(firstRow[0] ?? ''));
  if (!goesOn) return { ...last, rows: [...last.rows, ...rest] };
  const whole = lastRow.map((cell, i) => joinLines([cell, firstRow[i] ?? '']));
  return { ...last, rows: [...last.rows.slice(0, -1), whole, ...next.rows.slice(1)] };
}
