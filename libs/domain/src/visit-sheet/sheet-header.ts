import { guessColumns, HEADER_SEARCH_ROWS } from './guess-columns';
import { columnLetters } from './column-letters';
import { dayTitle, titleWords } from './column-titles';
import { sheetText } from './sheet-cell';
import { isDayCell } from './sheet-columns';
import type { PlacedRow } from './sheet-to-read';
import { VISIT_TITLES } from './visit-columns';
import { academicYearIn } from './year-in-name';

export interface SheetHeader {
  titles: string[];
  /** Lines of the header, 0 where the sheet has none; the rows below start after this index. */
  line: number | null;
  /** Index of the first row of visits. */
  firstRow: number;
  /** The academic year that a title above names, if one does. */
  yearAbove: string | null;
}

const DAY_TITLES = new Set(['actual', 'visit', 'series', 'last']);

/** Whether titles name a school and a day. */
export function namesSchoolAndDay(titles: readonly string[]): boolean {
  const { mapping } = guessColumns(titles);
  const school = mapping.schoolName ?? mapping.urn;
  if (!school) return false;
  return titles.some((title, index) => {
    if (index === mapping.schoolName?.index || index === mapping.urn?.index) return false;
    return DAY_TITLES.has(dayTitle(title, mapping.visitedOn?.index === index));
  });
}

/** Whether a title is what people call the column of schools, and no line about schools. */
function namesSchoolPlainly(titles: readonly string[]): boolean {
  const { schoolName, urn } = guessColumns(titles).mapping;
  if (urn) return true;
  return VISIT_TITLES.schoolName.titles.includes(titleWords(schoolName?.title ?? ''));
}

const textsOf = (row: PlacedRow): string[] => row.cells.map(sheetText);

/** Two rows as one: a label above counts for the columns to its right, up to the next one. */
function together(above: readonly string[], below: readonly string[]): string[] {
  let label = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const upper = above[index] ?? '';
    const lower = below[index] ?? '';
    if (upper !== '') label = upper;
    // Where nothing stands below, the label is a title of its own, as of cells shown as one.
    if (lower === '') return upper;
    return label === '' || label === lower ? lower : `${label} ${lower}`;
  });
}

/** Whether the row above holds labels of groups of columns, not a heading of the sheet. */
function isGroupRow(above: readonly string[], below: readonly string[]): boolean {
  const labels = above.filter((text) => text !== '');
  const titles = below.filter((text) => text !== '');
  const twice = new Set(titles.map((title) => title.toLowerCase())).size < titles.length;
  return labels.length >= 2 && twice;
}

/** A row whose cells hold a day is no header but a visit. */
const holdsDay = (row: PlacedRow): boolean =>
  row.cells.some((cell, index) => {
    // Months over their columns are days to Excel, and titles to everybody else.
    if (row.dayCells.has(index)) return /^\d{4}-\d\d-\d\d$/.test(sheetText(cell));
    return isDayCell(cell, false);
  });

function headed(rows: readonly PlacedRow[], last: number, titles: string[]): SheetHeader {
  const above = rows.slice(0, last).flatMap(textsOf);
  const years = new Set(above.map(academicYearIn).filter((year) => year !== null));
  const [year] = years;
  return {
    ...{ titles, line: rows[last]!.line, firstRow: last + 1 },
    yearAbove: years.size === 1 && year !== undefined ? year : null,
  };
}

/** The header on the line that a person named. */
export function headerOnLine(rows: readonly PlacedRow[], line: number): SheetHeader | null {
  const at = rows.findIndex((row) => row.line === line);
  if (at < 0) return null;
  const titles = textsOf(rows[at]!);
  const above = at > 0 ? textsOf(rows[at - 1]!) : [];
  return headed(rows, at, isGroupRow(above, titles) ? together(above, titles) : titles);
}

/**
 * The header among the first rows: the first row, or two rows together, that name a school and a
 * day; else the row with most texts. A sheet that begins with visits has none, and its columns are
 * called by their letters. Null for a sheet without any text.
 */
export function findSheetHeader(rows: readonly PlacedRow[]): SheetHeader | null {
  // A line that cannot be read is no header, and neither is one below it.
  const broken = rows.findIndex(({ fault }) => fault !== null);
  const top = rows.slice(0, broken < 0 ? HEADER_SEARCH_ROWS : Math.min(broken, HEADER_SEARCH_ROWS));
  const texts = top.map(textsOf);
  for (const [at, titles] of texts.entries()) {
    if (holdsDay(top[at]!)) continue;
    // "School visits | 2023-24" above the names of the columns is a title of the sheet.
    const plainer = texts.slice(at + 1, at + 4).find((next, i) => {
      return !holdsDay(top[at + 1 + i]!) && namesSchoolPlainly(next) && namesSchoolAndDay(next);
    });
    if (plainer && !namesSchoolPlainly(titles)) continue;
    const above = texts[at - 1] ?? [];
    if (isGroupRow(above, titles)) {
      const both = together(above, titles);
      if (namesSchoolAndDay(both)) return headed(rows, at, both);
    }
    if (namesSchoolAndDay(titles)) {
      const below = texts[at + 1] ?? [];
      const grouped = isGroupRow(titles, below) && !holdsDay(top[at + 1]!);
      if (!grouped) return headed(rows, at, titles);
    }
    const next = top[at + 1];
    if (next && !holdsDay(next) && titles.filter((text) => text !== '').length >= 2) {
      const both = together(titles, texts[at + 1] ?? []);
      if (namesSchoolAndDay(both)) return headed(rows, at + 1, both);
    }
  }
  // Above the first day, a row that names the school is the header whatever its days are called.
  const naming = texts.findIndex((titles, at) => {
    const { schoolName, urn } = guessColumns(titles).mapping;
    const several = titles.filter((text) => text !== '').length >= 2;
    const named = several ? Boolean(schoolName ?? urn) : namesSchoolPlainly(titles);
    return named && !holdsDay(top[at]!);
  });
  const firstDay = top.findIndex(holdsDay);
  if (naming >= 0 && (firstDay < 0 || naming < firstDay))
    return headed(rows, naming, texts[naming]!);
  const filled = texts.map((row) => row.filter((text) => /[a-z]/i.test(text)).length);
  const fullest = filled.indexOf(Math.max(...filled, 1));
  const row = top[fullest];
  if (!row) return null;
  if (!holdsDay(row)) return headed(rows, fullest, texts[fullest]!);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const titles = Array.from({ length: width }, (_, index) => `Column ${columnLetters(index)}`);
  return { titles, line: null, firstRow: 0, yearAbove: null };
}
