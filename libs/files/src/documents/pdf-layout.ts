import type { DocumentBlock } from '@tracker/domain';
import { lineText, type PdfLine } from './pdf-lines';
import { joinLines, looksLikeHeading, textOfPieces, type PdfPiece } from './pdf-text';

const BULLET = /^(?:[•●▪■◦‣∙·*\uf0b7\uf0a7]|[-–](?=\s)|o(?=\s\p{Lu}))\s*/u;
const NUMBER = /^\(?\d{1,2}[.)]\s+/;
/** Columns that begin within so many points of each other are one. */
const SAME_COLUMN = 6;
/** Lines further apart than this many times the usual part two paragraphs. */
const APART = 1.35;
const FEWEST_ROWS = 2;
const LOOK_AHEAD = 7;
/** What stands this far to the right of a margin is indented. */
const INDENT = 8;
/** Letters differ in width. */
const SLACK = 3;
/** Lines this many heights apart are one cell's. */
const CLOSE = 1.3;

/** The blocks of a page that says nothing of how it is built, by where its lines stand. */
export function layoutBlocks(lines: readonly PdfLine[], body: number): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  const spacing = usualSpacing(lines);
  for (let at = 0; at < lines.length;) {
    const columns = columnsAt(lines, at);
    const end = columns ? endOfTable(lines, at, columns) : at;
    if (columns && end - at >= FEWEST_ROWS) {
      blocks.push({ kind: 'table', rows: rowsOf(lines.slice(at, end), columns, spacing) });
      at = end;
    } else {
      at = paragraphAt(lines, at, spacing, body, blocks);
    }
  }
  return blocks;
}

/** From one line of a paragraph to the next: the smaller ones of all distances. */
function usualSpacing(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .flatMap((line, i) => {
      const gap = lines[i]!.y - line.y;
      return gap >= line.height * 0.9 && gap <= line.height * 2.2 ? [gap] : [];
    })
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.15)] ?? 14;
}

/** Where columns begin, if this line and one soon after it have the same ones. */
function columnsAt(lines: readonly PdfLine[], at: number): number[] | null {
  const { segments } = lines[at]!;
  if (segments.length < 2 || BULLET.test(segments[0]!.text)) return null;
  const starts = segments.map(({ x }) => x).sort((a, b) => a - b);
  const again = lines
    .slice(at + 1, at + LOOK_AHEAD)
    .some(
      (line) =>
        line.segments.length >= 2 &&
        fits(line, starts) &&
        line.segments.every(({ x }) => starts.some((start) => Math.abs(start - x) <= SAME_COLUMN)),
    );
  return again ? starts : null;
}

/** The column a piece stands in: the last that begins before it. */
const columnOf = ({ x }: PdfPiece, columns: readonly number[]): number =>
  columns.findLastIndex((start) => start <= x + SAME_COLUMN);

/** Whether every piece of a line stays inside the column it stands in, and one begins there. */
function fits({ pieces }: PdfLine, columns: readonly number[]): boolean {
  const [first] = pieces;
  if (!first || !columns.some((start) => Math.abs(start - first.x) <= INDENT)) return false;
  return pieces.every((piece) => {
    const column = columnOf(piece, columns);
    const next = columns[column + 1];
    return column >= 0 && (next === undefined || piece.x + piece.width <= next + 1);
  });
}

const columnsOf = ({ pieces }: PdfLine, columns: readonly number[]): Set<number> =>
  new Set(pieces.map((piece) => columnOf(piece, columns)));

function endOfTable(lines: readonly PdfLine[], at: number, columns: readonly number[]): number {
  let end = at;
  let lastFull = at;
  for (; end < lines.length && fits(lines[end]!, columns); end += 1) {
    if (columnsOf(lines[end]!, columns).size > 1) lastFull = end;
    // A long run in the first column alone is text under the table.
    if (end - lastFull > LOOK_AHEAD) break;
  }
  // What goes on under the last whole row: in a later column, or close by in small letters.
  let last = lastFull + 1;
  const rowGap = Math.max(
    ...lines.slice(at + 1, lastFull + 1).map((line, i) => lines[at + i]!.y - line.y),
    0,
  );
  while (last < end && goesOnInTable(lines, last, columns, rowGap)) last += 1;
  return last;
}

function goesOnInTable(
  lines: readonly PdfLine[],
  at: number,
  columns: readonly number[],
  rowGap: number,
): boolean {
  const [before, line] = [lines[at - 1]!, lines[at]!];
  if (!columnsOf(line, columns).has(0)) return true;
  const gap = before.y - line.y;
  if (gap <= line.height * CLOSE && /^[\p{Ll}(]/u.test(lineText(line))) return true;
  // A row with nothing but its label, as far away as the others.
  return gap <= rowGap * 1.1 && Math.abs(line.height - before.height) < 0.5;
}

/**
 * Lines of a table as rows: a row ends where the lines stand further apart than inside it. Where
 * they never do, each line with a first cell begins one, unless it goes on in small letters.
 */
function rowsOf(
  lines: readonly PdfLine[],
  columns: readonly number[],
  spacing: number,
): string[][] {
  const gaps = lines.slice(1).map((line, i) => lines[i]!.y - line.y);
  const tight = Math.min(...gaps.filter((gap) => gap > 1), spacing);
  const parted =
    gaps.some((gap) => gap > tight * APART) && gaps.some((gap) => gap <= tight * APART);
  const rows: string[][][] = [];
  lines.forEach((line, i) => {
    const cells = columns.map((_, column) =>
      textOfPieces(line.pieces.filter((piece) => columnOf(piece, columns) === column)),
    );
    const goesOn = cells[0] === '' || /^[\p{Ll}(]/u.test(cells[0] ?? '');
    const begins = i === 0 || (parted ? gaps[i - 1]! > tight * APART : !goesOn);
    if (begins) rows.push(columns.map(() => []));
    cells.forEach((text, column) => text !== '' && rows.at(-1)![column]!.push(text));
  });
  return rows.map((row) => row.map((cell) => cellText(cell)));
}

const cellText = (lines: readonly string[]): string =>
  lines
    .reduce<string[][]>((parts, line) => {
      if (BULLET.test(line) || parts.length === 0) parts.push([line]);
      else parts.at(-1)!.push(line);
      return parts;
    }, [])
    .map(joinLines)
    .join('\n');

/** Takes one paragraph, item or heading; gives the line after it. */
function paragraphAt(
  lines: readonly PdfLine[],
  at: number,
  spacing: number,
  body: number,
  blocks: DocumentBlock[],
): number {
  const first = lines[at]!;
  const text = lineText(first);
  const height = Math.max(...first.segments.map((segment) => segment.height));
  if (looksLikeHeading(text, height, body)) {
    const next = lines[at + 1];
    const goesOn =
      next &&
      next.height === first.height &&
      first.y - next.y < height * 1.6 &&
      looksLikeHeading(lineText(next), next.height, body);
    blocks.push({
      kind: 'heading',
      text: joinLines(goesOn ? [text, lineText(next)] : [text]),
      level: 0,
    });
    return at + (goesOn ? 2 : 1);
  }
  const page = {
    left: leftMargin(lines),
    right: Math.max(...lines.map(({ segments }) => segments.at(-1)!.end)),
    spacing,
  };
  let end = at + 1;
  while (end < lines.length && goesOn(lines, end, page)) end += 1;
  const whole = joinLines(lines.slice(at, end).map(lineText));
  const bare = whole.replace(BULLET, '').replace(NUMBER, '');
  const ordered = NUMBER.test(whole);
  // The sign before an item may be drawn and no text.
  const isItem = bare !== whole || isListed(lines, at, end, page.left);
  if (!isItem) blocks.push({ kind: 'paragraph', text: whole });
  else if (bare !== '') blocks.push({ kind: 'item', text: bare, ordered });
  return end;
}

/** Where text begins that is not indented: a head or foot may stand further out. */
function leftMargin(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  let all = 0;
  for (const line of lines) {
    const x = Math.round(line.segments[0]!.x);
    const { length } = lineText(line);
    characters.set(x, (characters.get(x) ?? 0) + length);
    all += length;
  }
  const usual = [...characters].filter(([, length]) => length >= all * 0.15).map(([x]) => x);
  return Math.min(...(usual.length > 0 ? usual : characters.keys()));
}

interface Margins {
  left: number;
  right: number;
  spacing: number;
}

/** Whether indented lines stand in a list: there are others beside them, each on its own. */
function isListed(lines: readonly PdfLine[], at: number, end: number, left: number): boolean {
  const { x } = lines[at]!.segments[0]!;
  const beside = (line: PdfLine | undefined) =>
    line !== undefined && Math.abs(line.segments[0]!.x - x) <= 2;
  return x > left + INDENT && (beside(lines[at - 1]) || beside(lines[end]));
}

function goesOn(lines: readonly PdfLine[], at: number, page: Margins): boolean {
  const [before, line] = [lines[at - 1]!, lines[at]!];
  const text = lineText(line);
  if (columnsAt(lines, at) || BULLET.test(text) || NUMBER.test(text)) return false;
  if (before.y - line.y > page.spacing * APART || Math.abs(before.height - line.height) > 1)
    return false;
  const { x } = before.segments[0]!;
  const { end } = before.segments.at(-1)!;
  const said = lineText(before);
  const word = text.split(' ')[0]!.length + SLACK;
  const wordFits = end + (word * (end - x)) / Math.max(said.length, 1) < page.right;
  if (!wordFits) return true;
  // Broken where another word had room: on purpose in a list, by hand in a text.
  if (x > page.left + INDENT && Math.abs(line.segments[0]!.x - x) <= 2) return false;
  const short = end < page.right * 0.8;
  return !short || (/^\p{Ll}/u.test(text) && !/[.!?:]$/.test(said));
}
