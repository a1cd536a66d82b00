import type { AcademicYear } from '../academic-year';
import { dayParts, formatDay, type Day } from '../day';
import { shorten } from '../register/rejection';
import { checkVisitedOn } from '../visit-life';
import { mayBeSwapped, provenOrder } from './day-order';
import type { SheetMonths } from './day-months';
import type { Question, RowFault } from './file-reading';
import { orderKey, orderQuestion, titleOf } from './open-question';
import { sheetText, type SheetCell } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';
import { readWrittenDay, type DayOrder } from './written-day';
import { firstOfWrittenMonth } from './written-month';

/** What stands in a cell of days where there was no visit. */
export const SAYS_NO_DAY =
  /^(-+|\.+|n\/?a|none|no|nil|no visits?( yet)?|not( yet)?( been)? visited|never( been)?( visited)?|not yet|0)$/i;

/** In which order the days of a sheet are written, as far as its columns prove it. */
export interface SheetOrder {
  order: DayOrder;
  /** Days that could be read in two ways wait for the answer. */
  open: boolean;
  monthFirst: boolean;
  question: Question | null;
}

/** Judges the columns of days as a whole: none is read one way here and another way there. */
export function sheetOrder(
  rows: readonly PlacedRow[],
  columns: readonly number[],
  titles: readonly string[],
  sheet: { index: number; name: string },
  answers: Readonly<Record<string, string>>,
): SheetOrder {
  const proofs: { column: number; text: string }[] = [];
  let dayFirst = 0;
  let waiting = 0;
  for (const { cells } of rows) {
    for (const column of columns) {
      const text = sheetText(cells[column]);
      if (text === '' || text.length > 60 || typeof cells[column] === 'number') continue;
      const { figures } = readWrittenDay(text, { order: 'day_first', academicYear: null });
      if (!figures) continue;
      const proven = provenOrder(figures);
      if (proven === 'day_first') dayFirst += 1;
      if (proven === 'month_first') proofs.push({ column, text });
      if (proven === 'month_first' || mayBeSwapped(figures)) waiting += 1;
    }
  }
  const [first] = proofs;
  if (!first) return { order: 'day_first', open: false, monthFirst: false, question: null };
  const about = {
    ...{ sheetIndex: sheet.index, sheet: sheet.name, column: first.column },
    title: titleOf(titles[first.column] ?? '', first.column),
    examples: proofs.slice(0, 3).map(({ text }) => text),
    rows: waiting,
  };
  const question = orderQuestion(about, dayFirst > 0, answers);
  const order = question.answer === 'month_first' ? 'month_first' : 'day_first';
  return { order, open: question.answer === null, monthFirst: true, question };
}

export interface DayCellContext {
  sheetIndex: number;
  title: string;
  order: SheetOrder;
  months: SheetMonths;
  academicYear: AcademicYear | null;
  today: Day;
  /** Whether the file itself keeps this cell as a day. */
  keptAsDay: boolean;
}

const EARLIEST = '1950-01-01';

interface ReadDay {
  day: Day | null;
  faults: RowFault[];
  /** The day is the 1st of a month of which no more is known. */
  monthOnly: boolean;
}

/** The day of a cell, and what speaks against it. */
export function readDayCell(
  cell: SheetCell,
  { sheetIndex, title, order, months, academicYear, today, keptAsDay }: DayCellContext,
): ReadDay {
  const text = sheetText(cell);
  const fault = (message: string, question?: string): ReadDay => ({
    ...{ day: null, monthOnly: false },
    faults: [
      {
        ...{ for: question ? 'question' : 'day', column: title, value: shorten(text), message },
        ...(question && { question }),
      },
    ],
  });
  const read = readWrittenDay(cell, { order: order.order, academicYear });
  if (order.open && read.figures && provenOrder(read.figures) !== 'day_first') {
    if (mayBeSwapped(read.figures) || provenOrder(read.figures) === 'month_first') {
      const why = 'Some days of this column can only be month first.';
      return fault(`${why} Say how its days are written.`, orderKey(sheetIndex));
    }
  }
  if ('fault' in read) {
    const first = firstOfWrittenMonth(text, academicYear);
    if (first === null || first > today || months.answer === 'hand_back') return fault(read.fault);
    if (months.answer === 'first') return { ...judged(first), monthOnly: true };
    return fault(`${read.fault} Answer the question about it, or type the day.`, months.key);
  }
  // Excel turns month-first texts that could be days into days of its own, with the two swapped.
  const { month, date } = dayParts(read.day);
  if (order.monthFirst && keptAsDay && date <= 12 && date !== month) {
    const why = `${formatDay(read.day)} may have its day and month swapped, as this column holds days with the month first.`;
    return order.open
      ? fault(`${why} Say how its days are written.`, orderKey(sheetIndex))
      : order.order === 'month_first'
        ? fault(`${why} Type the day.`)
        : judged(read.day);
  }
  return judged(read.day);

  function judged(day: Day): ReadDay {
    const problem = checkVisitedOn(day, today);
    if (problem !== null) return fault(problem);
    if (day < EARLIEST) return fault(`${formatDay(day)} is too long ago for a visit.`);
    return { day, faults: [], monthOnly: false };
  }
}
