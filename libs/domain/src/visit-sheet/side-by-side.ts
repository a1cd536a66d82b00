import { guessColumns, type VisitColumnMapping } from './guess-columns';
import type { DayColumn } from './sheet-rows';
import type { VisitField } from './visit-columns';

/** Fields that each of several visits of a row may have for itself. */
const OWN: readonly VisitField[] = ['visitor', 'metWith', 'kind', 'summary'];

type Columns = Pick<DayColumn, 'mapping' | 'notes'>;

/**
 * The columns that belong to each column of days. With one there is nothing to divide. With several,
 * a field that comes as often as they do belongs to the day before it; others are the row's.
 */
export function columnsOfEachDay(
  titles: readonly string[],
  days: readonly number[],
  { mapping, notes }: { mapping: VisitColumnMapping; notes: readonly number[] },
): Map<number, Columns> {
  const named = (index: number) => ({ index, title: titles[index] ?? '' });
  const shared: Columns = { mapping, notes: notes.map(named) };
  const result = new Map(days.map((day) => [day, shared]));
  if (days.length < 2) return result;
  const { candidates } = guessColumns(titles.map((title, at) => (days.includes(at) ? '' : title)));
  for (const [at, day] of days.entries()) {
    const until = days[at + 1] ?? titles.length;
    const own: VisitColumnMapping = {};
    for (const field of OWN) {
      const columns = candidates[field].filter(({ index }) => index > days[0]!);
      const spread = days.filter((from, i) =>
        columns.some(({ index }) => index > from && index < (days[i + 1] ?? titles.length)),
      );
      // One column behind the last day is about the row; columns behind more of them are each day's.
      if (spread.length < 2) continue;
      const column = columns.find(({ index }) => index > day && index < until);
      own[field] = column;
    }
    const merged = { ...mapping, ...own };
    const ownNotes = 'summary' in own ? (own.summary ? [own.summary] : []) : shared.notes;
    result.set(day, { mapping: merged, notes: ownNotes });
  }
  return result;
}
