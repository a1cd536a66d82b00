import type { DocumentBlock } from './document-to-read';
import { oneLine } from './plain-text';
import { sectionOfHeading } from './plan-sections';
import { LabelFinder } from './find-labels';

const BULLET = /^\s*(?:[-•●▪■◦‣∙·*–—\uf0b7\uf0a7]|o(?=\s+[A-Z]))\s+/;
const NUMBER = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-h][.)])\s+(?=\S)/;
const ENDS_SENTENCE = /[.!?:;|…]["'”’)]?$/;
/** Shorter lines end where their writer ended them. */
const FULL_LINE = 55;
const LONGEST_HEADING = 80;
const MOST_HEADING_WORDS = 10;
const labels = new LabelFinder();

interface Line {
  text: string;
  /** A line with nothing on it stands before. */
  apart: boolean;
}

/** Lines of a text as blocks: bars make cells, signs make items, short lines apart make headings. */
export function blocksOfText(text: string): DocumentBlock[] {
  const lines = linesOf(text);
  const blocks: DocumentBlock[] = [];
  let open = '';
  const flush = () => {
    const paragraph = oneLine(open);
    if (paragraph) blocks.push({ kind: 'paragraph', text: paragraph });
    open = '';
  };
  for (const [i, { text: line, apart }] of lines.entries()) {
    if (apart) flush();
    const last = blocks.at(-1);
    if (line.includes('|')) {
      flush();
      const row = cellsOf(line);
      if (row.length > 0) addRow(blocks, row);
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      flush();
      const item = oneLine(line.replace(BULLET, '').replace(NUMBER, ''));
      blocks.push({ kind: 'item', text: item, ordered: NUMBER.test(line.replace(BULLET, '')) });
    } else if (open === '' && !apart && last?.kind === 'item' && goesOn(lines[i - 1]!.text, line)) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${oneLine(line)}` };
    } else if (open !== '' && goesOn(lines[i - 1]!.text, line)) {
      open += `\n${line}`;
    } else {
      flush();
      if (isHeading(lines, i)) blocks.push({ kind: 'heading', text: oneLine(line), level: 0 });
      else open = line;
    }
  }
  flush();
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  // An invisible sign inside a word is none of it.
  for (const line of text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').split(/\r\n?|[\n\f]/)) {
    if (line.trim() === '') apart = true;
    else {
      lines.push({ text: line.trim(), apart });
      apart = false;
    }
  }
  return lines;
}

function cellsOf(line: string): string[] {
  const cells = line.split('|').map(oneLine);
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  if (cells.length > 1 && cells[0] === '') cells.shift();
  // A line of bars alone closes a row of cells that became one.
  return cells.length > 1 && cells.every((cell) => cell === '' || /^[-:]+$/.test(cell))
    ? []
    : cells;
}

function addRow(blocks: DocumentBlock[], row: string[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table') (last.rows as string[][]).push(row);
  else blocks.push({ kind: 'table', rows: [row] });
}

/** Whether a line is broken off in the middle of what the next one says. */
function goesOn(line: string, next: string): boolean {
  if (sectionOfHeading(next) !== null || labels.find(next)[0]?.start === 0) return false;
  if (/[,–—-]$/.test(line) || /\b(and|or|the|of|with|to|for|in|a|an)$/i.test(line)) return true;
  // A value goes on in lines of its own.
  if (labels.find(line)[0]?.start === 0) return false;
  if (ENDS_SENTENCE.test(line)) return false;
  return line.length >= FULL_LINE || (/^[a-z]/.test(next) && line.length > 25);
}

function isHeading(lines: readonly Line[], i: number): boolean {
  const { text, apart } = lines[i]!;
  if (sectionOfHeading(text) !== null) return true;
  if (text.length > LONGEST_HEADING || text.split(/\s+/).length > MOST_HEADING_WORDS) return false;
  if (/^https?:|@|^[a-z]/.test(text) || labels.find(text)[0]?.start === 0) return false;
  const next = lines[i + 1];
  if (/:$/.test(text)) return next !== undefined && text.split(/\s+/).length <= 5;
  if (/[.!?,;]$/.test(text)) return false;
  const before = lines[i - 1];
  const begins = apart || before === undefined || /[.!?|:]$/.test(before.text);
  // The last line of a paragraph looks the same, and says something.
  return begins && next !== undefined && !/\d\s*(hours?|mins?|minutes)\b/i.test(text);
}
