import type { Day } from '../day';
import { columnReadings } from './column-readings';
import { sheetOrder } from './day-cells';
import { sheetMonths } from './day-months';
import type { DayRow, Question, SheetReading } from './file-reading';
import type { OpenSheet } from './open-sheet';
import { daysQuestion, heldQuestion, marksQuestion, titleOf } from './open-question';
import type { HeldColumn } from './row-held';
import { sheetText } from './sheet-cell';
import { readRows, type DayColumn } from './sheet-rows';
import { columnsOfEachDay } from './side-by-side';
import { academicYearIn } from './year-in-name';

interface Asked {
  suggested: boolean;
  /** Why it was not suggested. */
  reason: string | null;
  answers: Readonly<Record<string, string>>;
  today: Day;
}

/** Reads the rows of a sheet whose columns are known. */
export function readVisitSheet(
  open: OpenSheet,
  { suggested, reason, answers, today }: Asked,
): { sheet: Omit<SheetReading, 'rows' | 'days'>; questions: Question[]; rows: DayRow[] } {
  const { index: sheetIndex, name: sheet, header, use, facts, own } = open;
  if (!header || !use) throw new RangeError('A sheet without a header has no rows to read.');
  const { titles } = header;
  const named = (index: number) => ({ index, title: titleOf(titles[index] ?? '', index) });
  const about = (index: number, rows: number) => {
    const { examples = [] } = facts[index] ?? {};
    return { sheetIndex, sheet, column: index, title: named(index).title, examples, rows };
  };

  const heldQuestions = [
    ...use.askedHeld.map((index) => heldQuestion(about(index, facts[index]?.filled ?? 0), answers)),
    ...use.askedMarks.map((index) =>
      marksQuestion(about(index, facts[index]?.filled ?? 0), answers),
    ),
  ];
  const daysQuestions = use.askedDays.map((index) =>
    daysQuestion(about(index, facts[index]?.days ?? 0), answers),
  );
  const crossed = (index: number) => facts[index]?.crossed ?? false;
  const held: HeldColumn[] = [
    ...use.held.map(({ index, means }) => ({ ...named(index), means, crossed: crossed(index) })),
    ...heldQuestions
      .filter(({ answer }) => answer !== 'unrelated')
      .map(({ column, answer }): HeldColumn => {
        const means =
          answer === 'yes_held' || answer === 'no_held' || answer === 'filled_held' ? answer : null;
        return { ...named(column), means, crossed: crossed(column) };
      }),
  ];
  const askedDays = daysQuestions.filter(({ answer }) => answer !== 'other');
  const dayIndexes = [...use.days, ...askedDays.map(({ column }) => column)].sort((a, b) => a - b);
  const each = columnsOfEachDay(titles, dayIndexes, use);
  const heldAt = new Set(held.map(({ index }) => index));
  const days = dayIndexes.map((index): DayColumn => {
    const asked = askedDays.find(({ column }) => column === index);
    const own = each.get(index) ?? { mapping: use.mapping, notes: [], others: new Set<number>() };
    const { status } = own.mapping;
    return {
      ...named(index),
      ...own,
      status: status && !heldAt.has(status.index) ? named(status.index) : null,
      hidden: facts[index]?.hidden ?? false,
      academicYear: academicYearIn(titles[index] ?? '') ?? open.academicYear,
      open: asked !== undefined && asked.answer === null,
    };
  });

  const below = open.rows.slice(header.firstRow);
  const order = sheetOrder(below, dayIndexes, titles, { index: sheetIndex, name: sheet }, answers);
  const months = sheetMonths(
    below,
    days,
    titles,
    { index: sheetIndex, name: sheet },
    { answers, today },
  );
  const notText = new Set([
    ...dayIndexes,
    ...heldAt,
    ...use.planned,
    ...days.flatMap(({ mapping }) =>
      (['urn', 'schoolName', 'town', 'postcode', 'status'] as const).map(
        (field) => mapping[field]?.index,
      ),
    ),
  ]);
  const texts = facts
    .map(({ index }) => named(index))
    .filter(({ index }) => index >= own && !notText.has(index));
  const above = open.rows.slice(0, header.firstRow).filter(({ line }) => line !== header.line);
  const { rows, passedOver } = readRows(below, {
    ...{ sheetIndex, sheet, titles, own, days, order, months, today },
    lastVisitsOnly: open.lastVisitsOnly,
    above: above.flatMap(({ cells }) => cells.map(sheetText)).filter((text) => text !== ''),
    planned: use.planned.map(named),
    held: { sheetIndex, held, texts },
  });

  const questions = [
    ...(order.question ? [order.question] : []),
    ...(months.question ? [months.question] : []),
    ...heldQuestions,
    ...daysQuestions,
  ];
  const lines = above.map(({ line }) => line);
  return {
    sheet: {
      ...{ index: sheetIndex, name: sheet === '' ? null : sheet, visible: open.visible },
      ...{ read: true, suggested, reason, ...open.shape },
      columns: columnReadings(open, use, {
        ...{ held, questions, days: dayIndexes },
        each: [...each.values()],
      }),
      academicYear: open.academicYear,
      passedOver: [
        ...(lines.length > 0
          ? [{ what: 'above_header' as const, count: lines.length, lines: lines.slice(0, 20) }]
          : []),
        ...passedOver,
      ],
    },
    ...{ questions, rows },
  };
}
