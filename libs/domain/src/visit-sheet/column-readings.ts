import { plural } from '../plural';
import type { ColumnReading, ColumnUse, Question } from './file-reading';
import type { FileColumn } from '../register';
import type { OpenSheet } from './open-sheet';
import { titleOf } from './open-question';
import type { HeldColumn } from './row-held';
import type { ColumnFacts, SheetUse } from './sheet-columns';
import type { ColumnsOfDay } from './side-by-side';

interface Read {
  held: readonly HeldColumn[];
  questions: readonly Question[];
  days: readonly number[];
  /** The fields of each day, where a row has several. */
  each: readonly ColumnsOfDay[];
}

const ABOUT_SOMETHING_ELSE =
  'Its title says that it is about something else than whether the visit took place.';

function useOf({ index }: ColumnFacts, open: OpenSheet, use: SheetUse, read: Read): ColumnUse {
  if (index < open.own) return 'part_of_rejected_file';
  const question = read.questions.find((each) => each.column === index);
  if (question?.answer === null && !/^(order|months)-/.test(question.key)) {
    return 'asked';
  }
  if (read.days.includes(index)) return 'visitedOn';
  if (read.held.some((each) => each.index === index)) return 'held';
  if (use.planned.includes(index)) return 'planned';
  if (use.notes.includes(index)) return 'summary';
  if (read.each.some(({ notes }) => notes.some((note) => note.index === index))) return 'summary';
  const fields = [use.mapping, ...read.each.map(({ mapping }) => mapping)].flatMap(Object.entries);
  const field = fields.find(([, column]) => (column as FileColumn | undefined)?.index === index);
  return (field?.[0] as ColumnUse | undefined) ?? 'not_read';
}

function reasonOf(
  fact: ColumnFacts,
  use: ColumnUse,
  { heldTitles, dayTitles }: SheetUse,
): string | null {
  const { index, days, filled, yesAndNo } = fact;
  if (use === 'part_of_rejected_file')
    return 'It is a column of the tracker, in a file of rows it handed back.';
  if (use === 'planned')
    return `It holds planned days (${days}), on which nobody says a visit took place.`;
  if (use === 'visitedOn' && fact.hidden) {
    return 'The column is hidden in the file, so its days are handed back.';
  }
  if (use === 'asked') return 'It waits for an answer.';
  if (use === 'held' && heldTitles[index] === 'no_held') {
    return 'Rows in which it says yes, or a reason, did not take place.';
  }
  if (use !== 'not_read' || filled === 0) return null;
  if (yesAndNo && heldTitles[index] === 'unrelated') return ABOUT_SOMETHING_ELSE;
  if (days > 0 && dayTitles[index] === 'other') {
    return `It holds ${plural(days, 'day')} of something else, by its title.`;
  }
  return `${plural(filled, 'cell')} of it ${filled === 1 ? 'is' : 'are'} not read.`;
}

/** What each column of a sheet is taken to be, those that are not read included. */
export function columnReadings(open: OpenSheet, use: SheetUse, read: Read): ColumnReading[] {
  return open.facts
    .filter(({ title, filled }) => title !== '' || filled > 0)
    .map((fact) => {
      const { index, filled, days } = fact;
      const used = useOf(fact, open, use, read);
      const title = titleOf(fact.title, index);
      return { index, title, use: used, filled, days, reason: reasonOf(fact, used, use) };
    });
}
