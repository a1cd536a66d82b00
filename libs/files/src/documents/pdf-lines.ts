import { textOfPieces, type PdfPiece } from './pdf-text';

/** What stands beside each other on one line without a wide gap. */
export interface Segment {
  text: string;
  x: number;
  end: number;
  height: number;
}

export interface PdfLine {
  y: number;
  height: number;
  segments: Segment[];
  /** What the segments were put together of, from left to right. */
  pieces: PdfPiece[];
}

const SAME_LINE = 0.45;
/** A gap wider than this many heights parts two columns. */
const COLUMN_GAP = 0.7;

/** The lines of a page from top to bottom, by where its pieces stand. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const sorted = pieces
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const groups: PdfPiece[][] = [];
  for (const piece of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    const height = Math.max(piece.height, first?.height ?? 0, 1);
    if (first && Math.abs(first.y - piece.y) <= height * SAME_LINE) group!.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({
    y: group[0]!.y,
    height: Math.max(...group.map(({ height }) => height)),
    segments: segmentsOf(group),
    pieces: [...group].sort((a, b) => a.x - b.x),
  }));
}

function segmentsOf(group: PdfPiece[]): Segment[] {
  const rtl = group.filter((piece) => piece.rtl).length * 2 > group.length;
  const pieces = [...group].sort((a, b) => a.x - b.x);
  const runs: PdfPiece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1);
    const gap = last ? piece.x - (last.x + last.width) : 0;
    if (last && gap <= Math.max(piece.height, last.height) * COLUMN_GAP) runs.at(-1)!.push(piece);
    else runs.push([piece]);
  }
  const segments = runs.map((run) => ({
    text: textOfPieces(rtl ? [...run].reverse() : run),
    x: run[0]!.x,
    end: Math.max(...run.map(({ x, width }) => x + width)),
    height: Math.max(...run.map(({ height }) => height)),
  }));
  return rtl ? segments.reverse() : segments;
}

export const lineText = ({ segments }: PdfLine): string =>
  segments.map(({ text }) => text).join(' ');

const AT_EDGE = 2;
const plainLine = (text: string) =>
  text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Without what stands at the head or foot of most pages. Its first time is kept, as a title may be
 * repeated; a number of a page never is.
 */
export function withoutFurniture<Part>(
  pages: readonly Part[][],
  textOf: (part: Part) => string,
): Part[][] {
  const edges = pages.map(
    (parts) => new Set([...parts.slice(0, AT_EDGE), ...parts.slice(-AT_EDGE)]),
  );
  const times = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set([...edge].map((part) => plainLine(textOf(part))))) {
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const seen = new Set<string>();
  return pages.map((parts, page) =>
    parts.filter((part) => {
      const key = plainLine(textOf(part));
      if (!edges[page]!.has(part)) return true;
      if (/^page #( of #)?$/.test(key)) return false;
      if (/^[#-]+( ?(of|\/|\|) ?#)?$/.test(key) && pages.length > 1) return false;
      if ((times.get(key) ?? 0) < Math.max(2, pages.length * 0.5)) return true;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    }),
  );
}
