import type { DocumentBlock } from '@tracker/domain';
import { lineText, type PdfLine, type Segment } from './pdf-lines';
import { joinLines, looksLikeHeading } from './pdf-text';

const BULLET = /^(?:[•●▪■◦‣∙·*\uf0b7\uf0a7]|[-–](?=\s)|o(?=\s\p{Lu}))\s*/u;
const NUMBER = /^\(?\d{1,2}[.)]\s+/;
/** Columns that begin within so many points of each other are one. */
const SAME_COLUMN = 6;
/** Lines further apart than this many times the usual part two paragraphs. */
const APART = 1.35;
const FEWEST_ROWS = 2;

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

function usualSpacing(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 14;
}

/** Where columns begin, if this line and one soon after it have the same ones. */
function columnsAt(lines: readonly PdfLine[], at: number): number[] | null {
  const { segments } = lines[at]!;
  if (segments.length < 2 || BULLET.test(segments[0]!.text)) return null;
  const starts = segments.map(({ x }) => x).sort((a, b) => a - b);
  const again = lines
    .slice(at + 1, at + 6)
    .some((line) => line.segments.length >= 2 && line.segments.every((segment) => columnOf(segment, starts) >= 0));
  return again ? starts : null;
}

/** The column a segment begins in; -1 for none. */
const columnOf = ({ x }: Segment, columns: readonly number[]): number =>
  columns.findIndex((start) => Math.abs(start - x) <= SAME_COLUMN);

/** Whether a segment stays inside the column it begins in. */
function staysInside(segment: Segment, columns: readonly number[]): boolean {
  const column = columnOf(segment, columns);
  const next = columns[column + 1];
  return column >= 0 && (next === undefined || segment.end < next);
}

function endOfTable(lines: readonly PdfLine[], at: number, columns: readonly number[]): number {
  let end = at;
  let lastFull = at;
  for (; end < lines.length; end += 1) {
    const { segments } = lines[end]!;
    if (!segments.every((segment) => staysInside(segment, columns))) break;
    if (segments.length > 1) lastFull = end;
    // A long run in the first column alone is text under the table.
    if (end - lastFull > 6) break;
  }
  // Lines under the last whole row belong to it while they stand in a later column or close by.
  let last = lastFull + 1;
  while (last < end && isInLaterColumn(lines[last]!, columns)) last += 1;
  return last;
}

const isInLaterColumn = ({ segments }: PdfLine, columns: readonly number[]): boolean =>
  segments.every((segment) => columnOf(segment, columns) > 0);

/**
 * Lines of a table as rows: a row ends where the lines stand further apart than inside it. Where
 * they never do, each line with a first cell begins one, unless it goes on in small letters.
 */
function rowsOf(lines: readonly PdfLine[], columns: readonly number[], spacing: number): string[][] {
  const gaps = lines.slice(1).map((line, i) => lines[i]!.y - line.y);
  const tight = Math.min(...gaps.filter((gap) => gap > 1), spacing);
  const parted = gaps.some((gap) => gap > tight * APART) && gaps.some((gap) => gap <= tight * APART);
  const rows: string[][][] = [];
  lines.forEach((line, i) => {
    const first = line.segments.find((segment) => columnOf(segment, columns) === 0);
    const goesOn = !first || /^[\p{Ll}(]/u.test(first.text);
    const begins = i === 0 || (parted ? gaps[i - 1]! > tight * APART : !goesOn);
    if (begins) rows.push(columns.map(() => []));
    for (const segment of line.segments) rows.at(-1)![columnOf(segment, columns)]?.push(segment.text);
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
    const goesOn = next && next.height === first.height && first.y - next.y < height * 1.6 && looksLikeHeading(lineText(next), next.height, body);
    blocks.push({ kind: 'heading', text: joinLines(goesOn ? [text, lineText(next)] : [text]), level: 0 });
    return at + (goesOn ? 2 : 1);
  }
  const right = Math.max(...lines.map(({ segments }) => segments.at(-1)!.end));
  let end = at + 1;
  while (end < lines.length && goesOn(lines, end, spacing, right, columnsAt(lines, end))) end += 1;
  const whole = joinLines(lines.slice(at, end).map(lineText));
  const bare = whole.replace(BULLET, '').replace(NUMBER, '');
  if (bare === whole) blocks.push({ kind: 'paragraph', text: whole });
  else if (bare !== '') blocks.push({ kind: 'item', text: bare, ordered: NUMBER.test(whole) });
  return end;
}

function goesOn(
  lines: readonly PdfLine[],
  at: number,
  spacing: number,
  right: number,
  columns: number[] | null,
): boolean {
  const [before, line] = [lines[at - 1]!, lines[at]!];
  const text = lineText(line);
  if (columns || BULLET.test(text) || NUMBER.test(text)) return false;
  if (before.y - line.y > spacing * APART || Math.abs(before.height - line.height) > 1) return false;
  const said = lineText(before);
  const short = before.segments.at(-1)!.end < right * 0.8;
  // A line that ends early ends what it says, unless the next goes on in small letters.
  return !short || (/^\p{Ll}/u.test(text) && !/[.!?:]$/.test(said));
}
