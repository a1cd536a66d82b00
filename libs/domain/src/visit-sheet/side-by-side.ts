import { titleWords, withoutOccasion } from './column-titles';
import { guessColumns, type VisitColumnMapping } from './guess-columns';
import type { VisitField } from './visit-columns';

/** Fields that each of several visits of a row may have for itself. */
const OWN: readonly VisitField[] = ['visitor', 'metWith', 'kind', 'status', 'summary'];

/** The columns that belong to one of several days of a row. */
export interface ColumnsOfDay {
  mapping: VisitColumnMapping;
  notes: readonly { index: number; title: string }[];
  /** Columns that are another day's and say nothing of this one. */
  others: ReadonlySet<number>;
}

/** One of several lists that stand side by side, each with a column for the school. */
export interface Block {
  from: number;
  /** The first column beyond it. */
  to: number;
  mapping: VisitColumnMapping;
  day: number;
}

/** The titles of some columns, at their places. */
const only = (titles: readonly string[], from: number, to: number): string[] =>
  titles.map((title, at) => (at >= from && at < to ? title : ''));

/** Lists side by side: `School, Date, School, Date`. Empty where there is one. */
export function blocksOf(titles: readonly string[]): Block[] {
  const { candidates } = guessColumns(titles);
  const [first, second] = [...candidates.schoolName].sort((a, b) => a.index - b.index);
  if (!first || !second || titleWords(first.title) !== titleWords(second.title)) return [];
  const period = second.index - first.index;
  let start = first.index;
  while (
    start > 0 &&
    titles[start - 1] !== '' &&
    titles[start - 1] === titles[start - 1 + period]
  ) {
    start -= 1;
  }
  const blocks: Block[] = [];
  for (let from = start; from < titles.length; from += period) {
    const { visitedOn, ...mapping } = guessColumns(only(titles, from, from + period)).mapping;
    if (!visitedOn || !mapping.schoolName) break;
    blocks.push({ from, to: from + period, mapping, day: visitedOn.index });
  }
  return blocks.length > 1 ? blocks : [];
}

/** A title without what says which visit it is of: "Visit 2 held?" and "Visit 1 held?" are one. */
const kindOfColumn = (title: string) => withoutOccasion(titleWords(title)).replace(/ \d+$/, '');

/** Columns that come again behind each day and belong to the one before them; column -> its day. */
function owners(titles: readonly string[], days: readonly number[]): Map<number, number> {
  const dayBefore = (index: number) => days.filter((day) => day < index).at(-1);
  const found = new Map<string, Map<number, number>>();
  for (const [index, title] of titles.entries()) {
    const day = dayBefore(index);
    if (title === '' || day === undefined || days.includes(index)) continue;
    const kind = kindOfColumn(title);
    found.set(kind, (found.get(kind) ?? new Map<number, number>()).set(index, day));
  }
  const several = [...found.values()].filter((each) => new Set(each.values()).size > 1);
  return new Map(several.flatMap((each) => [...each]));
}

/**
 * The columns that belong to each column of days. With one there is nothing to divide. With several,
 * a field that comes as often as they do belongs to the day before it; others are the row's. Of
 * lists side by side each day has the school of its own list.
 */
export function columnsOfEachDay(
  titles: readonly string[],
  days: readonly number[],
  { mapping, notes }: { mapping: VisitColumnMapping; notes: readonly number[] },
): Map<number, ColumnsOfDay> {
  const named = (index: number) => ({ index, title: titles[index] ?? '' });
  const shared = { mapping, notes: notes.map(named), others: new Set<number>() };
  const result = new Map<number, ColumnsOfDay>(days.map((day) => [day, shared]));
  if (days.length < 2) return result;
  const blocks = blocksOf(titles);
  const owned = owners(titles, days);
  const { candidates } = guessColumns(titles.map((title, at) => (days.includes(at) ? '' : title)));
  for (const [at, day] of days.entries()) {
    const block = blocks.find(({ from, to }) => day >= from && day < to);
    if (block && block.mapping.schoolName?.index !== mapping.schoolName?.index) {
      const { summary } = block.mapping;
      const outside = titles.flatMap((_, index) =>
        index < block.from || index >= block.to ? [index] : [],
      );
      const ofBlock = { mapping: block.mapping, notes: summary ? [summary] : [] };
      result.set(day, { ...ofBlock, others: new Set(outside) });
      continue;
    }
    const until = days[at + 1] ?? titles.length;
    const own: VisitColumnMapping = {};
    for (const field of OWN) {
      const columns = candidates[field].filter(({ index }) => index > days[0]!);
      const spread = days.filter((from, i) =>
        columns.some(({ index }) => index > from && index < (days[i + 1] ?? titles.length)),
      );
      // One column behind the last day is about the row; columns behind more of them are each day's.
      if (spread.length < 2) continue;
      own[field] = columns.find(({ index }) => index > day && index < until);
    }
    const others = new Set([...owned].flatMap(([index, of]) => (of === day ? [] : [index])));
    for (const each of blocks) {
      if (each === block) continue;
      for (let index = each.from; index < each.to; index++) others.add(index);
    }
    const ownNotes = 'summary' in own ? (own.summary ? [own.summary] : []) : shared.notes;
    result.set(day, { mapping: { ...mapping, ...own }, notes: ownNotes, others });
  }
  return result;
}
