import { guessColumns, type VisitColumnMapping } from './guess-columns';
import {
  dayTitle,
  heldTitle,
  namesMove,
  namesOccasion,
  type DayTitle,
  type HeldTitle,
} from './column-titles';
import { blocksOf } from './side-by-side';
import { soundsLikeSchool } from './school-words';
import { sheetText, type SheetCell } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';
import { VISIT_FIELDS, type VisitField } from './visit-columns';
import { saysHeld } from './visit-words';
import { readWrittenDay } from './written-day';
import { areYesAndNo, isCross, yesOrNo } from './yes-no';

/** What is in a column below its title. */
export interface ColumnFacts {
  index: number;
  title: string;
  filled: number;
  days: number;
  yesAndNo: boolean;
  /** Whether any cell is a yes or a no, whatever the others are. */
  saysYesOrNo: boolean;
  /** Whether it has crosses beside other words for yes, so that a cross may be none of them. */
  crossed: boolean;
  examples: string[];
  hidden: boolean;
  /** Short marks or initials that say neither yes nor no, in some rows and not in others. */
  marks: boolean;
}

export const MOST_EXAMPLES = 3;
const LONGEST_DAY = 60;
const ANY_DAY = { order: 'day_first', academicYear: null } as const;
/** A leap year has every day there is. */
const ANY_YEAR = { order: 'day_first', academicYear: '2023-24' } as const;
/** Columns of words, whatever little stands in them. */
const NOTES = /\b(notes?|comments?|remarks?|details?)\b/i;

/** Texts that were looked at: lists write the same days again and again. */
const MOST_KNOWN = 20_000;
const known = { asDay: new Map<string, boolean>(), plain: new Map<string, boolean>() };

function textIsDay(text: string, asDay: boolean): boolean {
  if (/^\d{5}(\.\d+)?$/.test(text) && !asDay) return false;
  // A day without a year is one in words, or where days are looked for; "3/4" elsewhere is a share.
  const context = asDay || /[a-z]/i.test(text) ? ANY_YEAR : ANY_DAY;
  if ('day' in readWrittenDay(text, context)) return true;
  return 'day' in readWrittenDay(text, { ...context, order: 'month_first' });
}

/** Whether a cell is a day in one order or the other; numbers only where the file keeps them as days. */
export function isDayCell(cell: SheetCell, asDay: boolean): boolean {
  if (typeof cell === 'number') return asDay && 'day' in readWrittenDay(cell, ANY_DAY);
  if (typeof cell === 'string' && cell.length > LONGEST_DAY * 4) return false;
  const text = sheetText(cell);
  if (text.length > LONGEST_DAY || !/\d/.test(text)) return false;
  const before = asDay ? known.asDay : known.plain;
  const seen = before.get(text);
  if (seen !== undefined) return seen;
  const is = textIsDay(text, asDay);
  if (before.size >= MOST_KNOWN) before.clear();
  before.set(text, is);
  return is;
}

const LONGEST_MARK = 20;
/** "CL", "JA 12/1": what people put where something is done. */
const isMark = (text: string): boolean =>
  text === '1' ||
  (text.length <= LONGEST_MARK && saysHeld(text) === null && yesOrNo(text) === null);

export function columnFacts(
  titles: readonly string[],
  rows: readonly PlacedRow[],
  dayColumns: ReadonlySet<number>,
  hidden: readonly { from: number; to: number }[] = [],
): ColumnFacts[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), titles.length);
  const written = rows.filter(({ cells }) => cells.some((cell) => sheetText(cell) !== '')).length;
  return Array.from({ length: width }, (_, index) => {
    const texts = new Set<string>();
    let filled = 0;
    let days = 0;
    for (const { cells, dayCells } of rows) {
      const text = sheetText(cells[index]);
      if (text === '') continue;
      filled += 1;
      if (texts.size < 1000) texts.add(text);
      if (isDayCell(cells[index], dayColumns.has(index) || dayCells.has(index))) days += 1;
    }
    const each = [...texts];
    return {
      ...{ index, title: titles[index] ?? '', filled, days },
      yesAndNo: !NOTES.test(titles[index] ?? '') && areYesAndNo(each),
      saysYesOrNo: each.some((text) => yesOrNo(text) !== null),
      crossed: each.some(isCross) && each.some((text) => !isCross(text) && yesOrNo(text) === true),
      examples: each.slice(0, MOST_EXAMPLES),
      marks: days === 0 && filled > 0 && filled < written && each.every(isMark),
      hidden: hidden.some(({ from, to }) => index >= from && index <= to),
    };
  });
}

/** How a sheet's columns are used. */
export interface SheetUse {
  mapping: VisitColumnMapping;
  /** Columns of days of visits, from the left. */
  days: number[];
  /** Columns of planned days, where there are actual ones or none at all. */
  planned: number[];
  /** Columns that say by yes and no, or by being filled, whether it took place. */
  held: { index: number; means: 'yes_held' | 'no_held' }[];
  /** Columns of yes and no that nobody has explained. */
  askedHeld: number[];
  /** Columns that say that it took place by being filled in, or so it seems. */
  askedMarks: number[];
  /** Columns of days that nobody has explained. */
  askedDays: number[];
  /** Columns of notes. */
  notes: number[];
  dayTitles: DayTitle[];
  heldTitles: HeldTitle[];
}

const MOSTLY = 0.5;
const mostlyDays = ({ filled, days }: ColumnFacts) => filled > 0 && days >= filled * MOSTLY;

/** The columns of visits' days among those whose titles or contents speak for it. */
function chooseDays(
  facts: readonly ColumnFacts[],
  titles: readonly DayTitle[],
  likeliest: readonly number[],
): number[] {
  // A title speaks for itself while there is nothing below it, and is not believed against it; nor
  // is a column out of sight chosen before one that is seen.
  const of = (wanted: DayTitle, needsDays = false) => {
    const titled = facts
      .filter((fact) => titles[fact.index] === wanted)
      .filter((fact) => mostlyDays(fact) || (!needsDays && (fact.filled === 0 || !fact.yesAndNo)));
    const seen = titled.filter(({ hidden }) => !hidden);
    const best = seen.length > 0 ? seen : titled;
    const withDays = best.filter(mostlyDays);
    return (withDays.length > 0 ? withDays : best).map(({ index }) => index);
  };
  const place = (index: number) => (likeliest.includes(index) ? likeliest.indexOf(index) : 99);
  const series = of('series', true);
  const actual = of('actual');
  const visit = of('visit').sort((a, b) => place(a) - place(b));
  // The third of three visits may be "TBC" in every row.
  const undated = ({ index, filled, days, yesAndNo, hidden }: ColumnFacts) =>
    titles[index] === 'series' && filled > 0 && days < filled * MOSTLY && !yesAndNo && !hidden;
  if (series.length > 1) series.push(...facts.filter(undated).map(({ index }) => index));
  if (series.length > 1)
    return [...series, ...(actual.length > 0 ? actual : visit)].sort((a, b) => a - b);
  const actualOfEach = actual.filter((index) => namesOccasion(facts[index]?.title ?? ''));
  if (actualOfEach.length > 1) return actualOfEach;
  // "What happened" over notes is no day where the column "Date" holds the days.
  const holdsDays = (index: number) => facts.some((fact) => fact.index === index && fact.days > 0);
  const first = (columns: number[]) => [columns.find(holdsDays) ?? columns[0]!];
  if (actual.length > 0 && (actual.some(holdsDays) || !visit.some(holdsDays))) return first(actual);
  const blocks = blocksOf(facts.map(({ title }) => title)).map(({ day }) => day);
  if (blocks.length > 0 && blocks.every((day) => visit.includes(day))) return blocks;
  if (visit.length > 0) return [...first(visit), ...series].sort((a, b) => a - b);
  if (series.length > 0) return series;
  return of('last').slice(0, 1);
}

/** Without a header the contents alone tell: one column of days, one of schools. */
function guessByContent(
  facts: readonly ColumnFacts[],
  rows: readonly PlacedRow[],
): { days: number[]; mapping: VisitColumnMapping } {
  const share = ({ index, filled }: ColumnFacts, is: (text: string) => boolean) =>
    filled === 0 ? 0 : rows.filter(({ cells }) => is(sheetText(cells[index]))).length / filled;
  const days = facts.filter(mostlyDays);
  const named = facts.filter((fact) => share(fact, soundsLikeSchool) >= MOSTLY);
  const urns = facts.filter((fact) => share(fact, (text) => /^[1-9]\d{5}$/.test(text)) >= 0.8);
  const column = (fact: ColumnFacts) => ({ index: fact.index, title: fact.title });
  return {
    days: days.length === 1 ? [days[0]!.index] : [],
    mapping: {
      ...(named[0] && { schoolName: column(named[0]) }),
      ...(urns[0] && { urn: column(urns[0]) }),
    },
  };
}

export interface ChosenColumns {
  /** Complete: a field left out is not read. */
  mapping: VisitColumnMapping;
  days: number[];
  notes: number[];
}

/** Columns with titles of days, whose bare numbers may be days. */
export function columnsOfDays(titles: readonly string[], chosen?: ChosenColumns): Set<number> {
  const { visitedOn } = guessColumns(titles).mapping;
  const byTitle = titles.flatMap((title, index) =>
    ['unsaid', 'other'].includes(dayTitle(title, index === visitedOn?.index)) ? [] : [index],
  );
  return new Set([...byTitle, ...(chosen?.days ?? [])]);
}

/** Suggests what the columns are, by titles and contents, or takes what a person chose. */
export function useColumns(
  facts: readonly ColumnFacts[],
  rows: readonly PlacedRow[],
  { own, headless, chosen }: { own: number; headless: boolean; chosen?: ChosenColumns },
): SheetUse {
  // The first columns of a file of rejected rows are the tracker's own.
  const titles = facts.map(({ title, index }) => (index < own ? '' : title));
  const candidates = guessColumns(titles).candidates.visitedOn.map(({ index }) => index);
  const dayTitles = titles.map((title, index) => dayTitle(title, candidates.includes(index)));
  const heldTitles = titles.map((title) => (title === '' ? null : heldTitle(title)));
  const byContent = headless ? guessByContent(facts, rows) : null;
  const days = chosen?.days ?? byContent?.days ?? chooseDays(facts, dayTitles, candidates);

  // "Visit held" over "Yes", "No - snow" and "Partly" is believed for its title; a status has words.
  const isHeld = ({ index, title, yesAndNo, saysYesOrNo, filled, marks }: ColumnFacts) =>
    filled > 0 &&
    (heldTitles[index] === 'no_held' ||
      (heldTitles[index] === 'yes_held' &&
        (yesAndNo || (saysYesOrNo && !marks && !/status/i.test(title)))));
  const free = facts.filter(({ index }) => index >= own && !days.includes(index));
  const held = free.filter(isHeld).map(({ index }) => ({
    index,
    means: heldTitles[index] === 'no_held' ? ('no_held' as const) : ('yes_held' as const),
  }));
  const askedMarks = free
    .filter((fact) => fact.marks && heldTitles[fact.index] === 'yes_held' && !mostlyDays(fact))
    .map(({ index }) => index);
  const taken = new Set([...days, ...held.map(({ index }) => index), ...askedMarks]);
  const yesNo = new Set(facts.filter(({ yesAndNo }) => yesAndNo).map(({ index }) => index));
  // "Visit by" over days is a day, and no person.
  const ofDays = new Set(facts.filter(mostlyDays).map(({ index }) => index));
  const left = titles.map((title, index) =>
    taken.has(index) || yesNo.has(index) || ofDays.has(index) || dayTitles[index] === 'planned'
      ? ''
      : title,
  );
  const mapping: VisitColumnMapping = {
    ...(chosen?.mapping ?? byContent?.mapping ?? guessColumns(left).mapping),
  };
  delete mapping.visitedOn;
  const used = new Set(VISIT_FIELDS.map((field: VisitField) => mapping[field]?.index));
  const notes = chosen?.notes ?? (mapping.summary ? [mapping.summary.index] : []);
  const open = free.filter(
    ({ index }) => !taken.has(index) && !used.has(index) && !notes.includes(index),
  );
  const planned = open.filter(
    ({ index, days: count }) => dayTitles[index] === 'planned' && count > 0,
  );
  // The day to which a visit was moved may be that of a visit.
  const movedTo = free.filter(
    (fact) => namesMove(fact.title) && held.some(({ index }) => index === fact.index),
  );
  const hasActual = days.some((index) => dayTitles[index] === 'actual');
  const overtaken = hasActual
    ? open.filter((fact) => dayTitles[fact.index] === 'visit' && mostlyDays(fact))
    : [];
  const plannedAt = [...planned, ...overtaken].map(({ index }) => index);
  return {
    ...{ mapping, days, held, notes, dayTitles, heldTitles },
    ...{ planned: plannedAt, askedMarks },
    askedHeld: open
      .filter(({ index, yesAndNo }) => yesAndNo && heldTitles[index] === null)
      .map(({ index }) => index),
    askedDays: [...open, ...movedTo]
      .filter((fact) => mostlyDays(fact) && !plannedAt.includes(fact.index))
      .filter(({ index }) => !['other', 'planned'].includes(dayTitles[index] ?? ''))
      .map(({ index }) => index),
  };
}
