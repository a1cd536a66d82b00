import type { DocumentBlock, DocumentToRead, Passage, ReadingMark } from './document-to-read';
import type { FoundLabel, LabelFinder } from './find-labels';
import { oneLine } from './plain-text';
import type { LabelledField } from './plan-labels';
import { PART_INSIDE, sectionOfHeading } from './plan-sections';
import { isTemplateAdvice, isTemplateSentence } from './template-sentences';

/** What stands behind a label. */
export interface LabelledValue {
  /** Lines of a cell by `\n`; empty for a label with nothing behind it. */
  text: string;
  mark: ReadingMark;
  passage: Passage;
}

/** Blocks and cells that were read as labels and their values, and say nothing else. */
export class ConsumedCells {
  private readonly keys = new Set<string>();

  add(block: number, row?: number, cell?: number): void {
    this.keys.add([block, row, cell].join());
  }

  has(block: number, row?: number, cell?: number): boolean {
    return this.keys.has([block, row, cell].join());
  }
}

export interface LabelledValues {
  values: Partial<Record<LabelledField, LabelledValue>>;
  consumed: ConsumedCells;
}

/** Longer than any label with its value. */
const LONGEST = 500;
/** The heads of the two columns of the template’s overview, which say nothing of the school. */
export const TITLE = /^(detail|information|details)$/i;
const MOST_LINES = 6;
const SHORT_LABEL = 20;
const FEWEST_WORDS = 5;
const LONGEST_LINE = 80;
const MOST_WORDS = 12;

interface Slot {
  text: string;
  block: number;
  row?: number;
  cell?: number;
  /** Cells of one row, and the lines that are no table, belong together. */
  line: string;
  kind: DocumentBlock['kind'];
  guessed: boolean;
}

/** Every label of the document with what stands behind it; of one named twice, the first that is filled. */
export function readLabelledValues(document: DocumentToRead, finder: LabelFinder): LabelledValues {
  const slots = slotsOf(document.blocks);
  const labels = slots.map((slot) => labelsIn(slot, finder));
  const found: LabelledValues = { values: {}, consumed: new ConsumedCells() };
  const columns = titledColumns(slots, labels);
  slots.forEach((slot, at) => {
    const own = labels[at]!;
    if (TITLE.test(slot.text) && slot.kind === 'table') consume(found.consumed, slot);
    own.forEach((label, i) => {
      const rest = restOf(slot.text, label, own[i + 1]);
      const last = i === own.length - 1;
      const taken = !last
        ? []
        : rest !== ''
          ? linesAfter(slots, labels, at)
          : valueAfter(slots, labels, at, columns);
      if (taken[0] && rest === '' && isSentence(slot, label, taken[0])) return;
      consume(found.consumed, slot);
      for (const each of taken) consume(found.consumed, each);
      const text = [rest, ...taken.map((each) => each.text.trim())].filter(Boolean).join('\n');
      keep(found, label.field, {
        text: isTemplateAdvice(text) ? '' : text,
        mark: slot.kind === 'table' || label.end - label.start > SHORT_LABEL ? 'sure' : 'likely',
        passage: { text: text || oneLine(slot.text), block: (taken[0] ?? slot).block },
      });
    });
  });
  return found;
}

/** Under a heading like "Partners" stands a text, and no value. */
const isSentence = (slot: Slot, label: FoundLabel, value: Slot): boolean =>
  slot.kind !== 'table' &&
  label.end - label.start <= SHORT_LABEL &&
  /[.!?]$/.test(value.text) &&
  value.text.split(/\s+/).length > FEWEST_WORDS;

function keep(found: LabelledValues, field: LabelledField, value: LabelledValue): void {
  const before = found.values[field];
  if (!before || (before.text === '' && value.text !== '')) found.values[field] = value;
}

const consume = (consumed: ConsumedCells, { block, row, cell }: Slot) =>
  consumed.add(block, row, cell);

function slotsOf(blocks: readonly DocumentBlock[]): Slot[] {
  return blocks.flatMap((block, at): Slot[] => {
    if (block.kind !== 'table') {
      const guessed = block.kind !== 'heading' || block.level === 0;
      return [{ text: block.text, block: at, line: `${at}`, kind: block.kind, guessed }];
    }
    return block.rows.flatMap((cells, row) =>
      cells.map((text, cell): Slot => {
        return { text, block: at, row, cell, line: `${at}.${row}`, kind: 'table', guessed: true };
      }),
    );
  });
}

function labelsIn(slot: Slot, finder: LabelFinder): FoundLabel[] {
  if (slot.text.length > LONGEST || slot.text.trim() === '') return [];
  const found = finder.find(slot.text);
  // A heading that only looks like a label opens a part.
  const isPart = sectionOfHeading(slot.text) !== null;
  if (found[0]?.start !== 0 || isPart) return [];
  if (slot.cell && found[0].field === 'other') return [];
  // A lead's name may have "Headteacher:" before it.
  const names = found[0].field.endsWith('Lead');
  return found.filter(({ field }, i) => i === 0 || !names || field !== 'other');
}

function restOf(text: string, label: FoundLabel, next: FoundLabel | undefined): string {
  const rest = text.slice(label.end, next?.start ?? text.length);
  const part = rest.search(PART_INSIDE);
  return (part >= 0 ? rest.slice(0, part) : rest).replace(/^[\s:|]+|[\s|]+$/g, '');
}

/** Rows of labels alone, whose values stand in the row below, by slot. */
function titledColumns(slots: readonly Slot[], labels: readonly FoundLabel[][]): Set<string> {
  const lines = new Map<string, boolean>();
  const cells = new Map<string, number>();
  slots.forEach((slot, at) => {
    if (slot.kind !== 'table') return;
    const [label, next] = labels[at]!;
    const isTitle = label !== undefined && restOf(slot.text, label, next) === '';
    lines.set(slot.line, isTitle && (lines.get(slot.line) ?? true));
    cells.set(slot.line, (cells.get(slot.line) ?? 0) + 1);
  });
  return new Set([...lines.keys()].filter((line) => lines.get(line) && cells.get(line)! > 1));
}

function valueAfter(
  slots: readonly Slot[],
  labels: readonly FoundLabel[][],
  at: number,
  columns: ReadonlySet<string>,
): Slot[] {
  const slot = slots[at]!;
  const free = (other: number) =>
    slots[other] !== undefined && labels[other]!.length === 0 && !endsValue(slots[other]!);
  if (columns.has(slot.line)) {
    const below = slots.findIndex(
      (other) =>
        other.block === slot.block && other.row === slot.row! + 1 && other.cell === slot.cell,
    );
    return below >= 0 && free(below) ? [slots[below]!] : [];
  }
  const inRow: Slot[] = [];
  let next = at + 1;
  for (; slots[next]?.line === slot.line && labels[next]!.length === 0; next += 1) {
    if (slots[next]!.text.trim() !== '') inRow.push(slots[next]!);
  }
  const alone = slots[at - 1]?.line !== slot.line && slots[at + 1]?.line !== slot.line;
  if (inRow.length > 0 || !alone) return inRow;
  return free(at + 1) ? valueBelow(slots, labels, free, at) : [];
}

/** Short lines between one label and what ends its value go on with it. */
function linesAfter(slots: readonly Slot[], labels: readonly FoundLabel[][], at: number): Slot[] {
  if (slots[at]!.kind === 'table') return [];
  const taken: Slot[] = [];
  for (let next = at + 1; taken.length <= MOST_LINES; next += 1) {
    const slot = slots[next];
    const ends = slot && (labels[next]!.length > 0 || endsValue(slot));
    if (ends)
      return labels[next]!.length > 0 ||
        sectionOfHeading(slot.text) !== null ||
        isTemplate(slot.text)
        ? taken
        : [];
    if (!slot || slot.kind === 'table' || !isShort(slot.text)) return [];
    taken.push(slot);
  }
  return [];
}

const isShort = (text: string) =>
  text.length <= LONGEST_LINE && text.split(/\s+/).length <= MOST_WORDS && !/[.!?:]$/.test(text);

/** The next line, and those after it while they go on listing. */
function valueBelow(
  slots: readonly Slot[],
  labels: readonly FoundLabel[][],
  free: (at: number) => boolean,
  at: number,
): Slot[] {
  const first = slots[at + 1]!;
  // In a row of its own a table's next cell is the value, even an empty one.
  if (first.kind === 'table') return first.text.trim() === '' ? [] : [first];
  if (slots[at]!.kind === 'table') return [];
  if (first.kind !== 'item') return [first, ...linesAfter(slots, labels, at + 1)];
  const taken = [first];
  while (
    taken.length < MOST_LINES &&
    free(at + 1 + taken.length) &&
    slots[at + 1 + taken.length]!.kind === 'item'
  ) {
    taken.push(slots[at + 1 + taken.length]!);
  }
  return taken;
}

function endsValue({ text, guessed }: Slot): boolean {
  return !guessed || text.length > LONGEST || sectionOfHeading(text) !== null || isTemplate(text);
}

const isTemplate = (text: string) => isTemplateSentence(text.split(/[.!?]\s/)[0] ?? text);
