/** A piece of text where it stands on its page; the origin is the page's lower left corner. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  rtl: boolean;
}

/** What stands before a hyphen that belongs to the word: "co-curricular". */
const OWN_HYPHEN =
  /(?:^|[^\p{L}])(?:co|non|pre|post|well|self|high|low|long|short|whole|one|two|three|four|five|six|half|full|extra|cross|multi|mid|inter|semi|re|in|on|up|non|year|end|part|anti|ex|sub|first|second|early|key|age|child|music|peer|singer|hands|face|after)$/iu;

/** Lines as one text; a word that was broken between two lines is whole again. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines.map((each) => each.trim()).filter(Boolean)) {
    const broken = /\p{L}[-‐\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line);
    if (!broken) text = text === '' ? line : `${text} ${line}`;
    else {
      const word = text.slice(0, -1);
      text = OWN_HYPHEN.test(word) && !text.endsWith('\u00ad') ? text + line : word + line;
    }
  }
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Less than this share of its height to the side, and two pieces are one word. */
const TOUCHING = 0.18;
/** More than this share of its height up or down, and it is another line. */
const OTHER_LINE = 0.55;

/** Pieces in their order of reading, as one text without its lines. */
export function textOfPieces(pieces: readonly PdfPiece[]): string {
  const lines: string[] = [];
  let line = '';
  let last: PdfPiece | undefined;
  for (const piece of pieces) {
    const height = Math.max(piece.height, last?.height ?? 0, 1);
    if (last && Math.abs(piece.y - last.y) > height * OTHER_LINE) {
      lines.push(line);
      line = '';
    } else if (last && needsSpace(last, piece, height)) line += ' ';
    line += piece.text;
    last = piece;
  }
  return joinLines([...lines, line]);
}

function needsSpace(last: PdfPiece, next: PdfPiece, height: number): boolean {
  if (/\s$/.test(last.text) || /^\s/.test(next.text)) return false;
  const gap = next.x >= last.x ? next.x - (last.x + last.width) : last.x - (next.x + next.width);
  return gap > height * TOUCHING;
}

/** How large most of the text is. */
export function bodyHeight(pieces: readonly PdfPiece[]): number {
  const characters = new Map<number, number>();
  for (const { height, text } of pieces) {
    const rounded = Math.round(height * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

const LARGER = 1.14;
const LONGEST_HEADING = 110;

/** Whether a text is larger than the rest and short. */
export const looksLikeHeading = (text: string, height: number, body: number): boolean =>
  height >= body * LARGER && text.length <= LONGEST_HEADING && !/[.,;]$/.test(text);
