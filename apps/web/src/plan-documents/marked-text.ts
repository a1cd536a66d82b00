import type { PlanBlock } from '@tracker/contract';
import type { Passage } from '@tracker/domain';

interface TextPiece {
  text: string;
  marked: boolean;
}

const asPattern = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');

/** A text in pieces, those marked that are words of the passages, whatever the white space between words. */
export function markedPieces(text: string, passages: readonly string[]): TextPiece[] {
  const wanted = passages.filter((one) => one.trim() !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, marked: false }];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(wanted.map(asPattern).join('|'), 'gi'))) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), marked: false });
    pieces.push({ text: match[0], marked: true });
    at = match.index + match[0].length;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

const holds = (text: string, passages: readonly string[]) =>
  markedPieces(text, passages).some(({ marked }) => marked);

/** What to mark in a block. Words that run over several cells, say, are not in any: then the whole block is marked. */
export function marksIn(
  block: PlanBlock,
  at: number,
  passages: readonly Passage[],
): { texts: string[]; whole: boolean } {
  const texts = passages.filter((one) => one.block === at).map(({ text }) => text);
  if (texts.length === 0) return { texts, whole: false };
  const places = block.text === null ? (block.rows ?? []).flat() : [block.text];
  return { texts, whole: !places.some((place) => holds(place, texts)) };
}

/** Blocks, items that follow each other together: a list has them all. */
export function inLists(blocks: readonly PlanBlock[]): { block: PlanBlock; at: number }[][] {
  const groups: { block: PlanBlock; at: number }[][] = [];
  blocks.forEach((block, at) => {
    const last = groups.at(-1);
    if (block.kind === 'item' && last?.[0]?.block.kind === 'item') last.push({ block, at });
    else groups.push([{ block, at }]);
  });
  return groups;
}
