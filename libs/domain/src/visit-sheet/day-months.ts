import type { AcademicYear } from '../academic-year';
import type { Day } from '../day';
import type { Question } from './file-reading';
import { monthsKey, monthsQuestion, titleOf } from './open-question';
import { sheetText } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';
import { firstOfWrittenMonth } from './written-month';

/** What becomes of days of which only the month is known. */
export interface SheetMonths {
  key: string;
  /** Null while nobody has said. */
  answer: 'first' | 'hand_back' | null;
  question: Question | null;
}

interface MonthColumn {
  index: number;
  academicYear: AcademicYear | null;
}

const EXAMPLES = 3;

/** Whether a sheet names months in place of days, and what a person said of them. */
export function sheetMonths(
  rows: readonly PlacedRow[],
  columns: readonly MonthColumn[],
  titles: readonly string[],
  sheet: { index: number; name: string },
  { answers, today }: { answers: Readonly<Record<string, string>>; today: Day },
): SheetMonths {
  const found: { column: number; text: string }[] = [];
  for (const { cells } of rows) {
    for (const { index, academicYear } of columns) {
      const text = sheetText(cells[index]);
      if (text === '' || text.length > 30) continue;
      const first = firstOfWrittenMonth(text, academicYear);
      if (first !== null && first <= today) found.push({ column: index, text });
    }
  }
  const key = monthsKey(sheet.index);
  const [first] = found;
  if (!first) return { key, answer: null, question: null };
  const examples = [...new Set(found.map(({ text }) => text))].slice(0, EXAMPLES);
  const about = {
    ...{ sheetIndex: sheet.index, sheet: sheet.name, column: first.column, examples },
    ...{ title: titleOf(titles[first.column] ?? '', first.column), rows: found.length },
  };
  const question = monthsQuestion(about, answers);
  const { answer } = question;
  return { key, answer: answer === 'first' || answer === 'hand_back' ? answer : null, question };
}

const monthMark = (asWritten: string): string => `Only the month is known: ${asWritten}.`;

/** The notes of a visit whose day nobody knows, so that the 1st is never taken for it. */
export const DAY_UNKNOWN = (asWritten: string, notes: string | undefined): string =>
  notes === undefined ? monthMark(asWritten) : `${monthMark(asWritten)}\n\n${notes}`;

const MONTH_MARK = /^Only the month is known: (.{1,30})\.(?:\n\n|$)/;

/** The month that notes say is all that is known, as it was written, and the notes that follow. */
export function monthMarked(notes: string): { month: string; notes: string | null } | null {
  const [mark = '', month] = MONTH_MARK.exec(notes) ?? [];
  return month === undefined ? null : { month, notes: notes.slice(mark.length) || null };
}

/** The notes as the file has them. */
export function withoutMonthMark(asWritten: string, notes: string | undefined): string | undefined {
  const mark = monthMark(asWritten);
  if (!notes?.startsWith(mark)) return notes;
  return notes.slice(mark.length).trimStart() || undefined;
}

/** What a row says once its day is settled: that only the month is known holds until one is typed. */
export function saidOfDay<Said extends { summary?: string; monthOnly?: true }>(
  said: Said,
  asWritten: string,
  typed: boolean,
): Said {
  if (!said.monthOnly) return said;
  const { summary, ...rest } = said;
  const notes = withoutMonthMark(asWritten, summary);
  const kept = typed ? notes : DAY_UNKNOWN(asWritten, notes);
  return { ...rest, ...(kept !== undefined && { summary: kept }) } as Said;
}
