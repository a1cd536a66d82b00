import { type AcademicYear, academicYearOf } from '../academic-year';
import { dayParts, formatDay, type Day } from '../day';
import { checkPlanAddress } from '../development-plans/plan-address';
import { planYearsInWords } from '../development-plans/plan-years';
import type { FileColumn } from '../register/match-columns';
import { CellFault, readingRow, type Rejection, shorten } from '../register/rejection';
import { mayBeSwapped, provenOrder } from '../visit-sheet/day-order';
import type { SchoolQuery } from '../visit-sheet/school-query';
import { isBlankRow, sheetText, type SheetCell } from '../visit-sheet/sheet-cell';
import { readWrittenDay } from '../visit-sheet/written-day';
import { readWrittenUrn, urnInName } from '../visit-sheet/written-urn';
import { type PlanCell, readPlanCell } from './plan-cell';
import { planListColumns, planListProblem, type PlanListField } from './plan-list-columns';
import { readPlanListYears } from './plan-list-years';

/** What a row says of a school's plan. */
export interface PlanListEntry {
  school: SchoolQuery;
  /** The plan; null where somebody looked and found none. */
  plan: {
    academicYear: AcademicYear;
    lastAcademicYear: AcademicYear;
    address: string | null;
  } | null;
  /** When it was seen or looked for; null where the row gives no day, never so where none was found. */
  seenOn: Day | null;
  /** The day would be another one if the file wrote the month first. */
  mayBeSwapped: boolean;
}

export type PlanListRow = { entry: PlanListEntry } | { rejection: Rejection } | { skipped: true };

export interface PlanListReader {
  /** Titles of the column that names the school, and of that with the day; empty where there is none. */
  titles: { school: string; day: string };
  read(cells: readonly SheetCell[], line: number): PlanListRow;
  /** The day of a row as it stands there. */
  dayWritten(cells: readonly SheetCell[]): string;
  /** Whether a day so far can only have the month first, so that no other that may be swapped is certain. */
  sawMonthFirst(): boolean;
}

export const NO_PLAN_YEAR = 'Say which academic year the plan covers.';
export const DAY_MAY_BE_SWAPPED =
  'Some days of this column can only have the month first, so this one is not certain. Write its month as a word.';

interface Said {
  field: PlanListField;
  text: string;
  says: PlanCell;
}

const EARLIEST = '2011-01-01';

/** Reads the rows of a list of plans, as a hub keeps it, under its header. */
export function createPlanListReader(
  header: readonly SheetCell[],
  today: Day,
): PlanListReader | { problem: string } {
  const problem = planListProblem(header);
  if (problem !== null) return { problem };
  const columns = planListColumns(header);
  const titleOf = (column?: FileColumn) => column?.title ?? '';
  const words = header.map((cell) => sheetText(cell).toLowerCase());
  let monthFirst = false;

  const textOf = (cells: readonly SheetCell[], field: PlanListField) =>
    sheetText(cells[columns[field]?.index ?? -1]);
  const fault = (field: PlanListField, text: string, message: string) =>
    new CellFault(titleOf(columns[field]), text, message);

  function schoolOf(cells: readonly SheetCell[]): SchoolQuery {
    const [urnText, written] = [textOf(cells, 'urn'), textOf(cells, 'schoolName')];
    const read = readWrittenUrn(urnText);
    if ('notUrn' in read) {
      throw fault(
        'urn',
        urnText,
        `“${shorten(urnText, 60)}” is not a URN, which is a number of six digits.`,
      );
    }
    const inName = read.urn === null ? urnInName(written) : null;
    const urn = read.urn ?? inName?.urn;
    const schoolName = inName?.name ?? written;
    const [town, postcode] = [textOf(cells, 'town'), textOf(cells, 'postcode')];
    if (urn === undefined && schoolName === '') {
      const field = columns.schoolName ? 'schoolName' : 'urn';
      throw fault(field, '', 'The row names no school. Give its URN or its name.');
    }
    return {
      ...(urn !== undefined && { urn }),
      ...(schoolName !== '' && { schoolName }),
      ...(town !== '' && { town }),
      ...(postcode !== '' && { postcode }),
    };
  }

  function dayOf(cell: SheetCell): Pick<PlanListEntry, 'seenOn' | 'mayBeSwapped'> {
    const text = sheetText(cell);
    const read = readWrittenDay(cell, { order: 'day_first', academicYear: null });
    if (read.figures && provenOrder(read.figures) === 'month_first') monthFirst = true;
    if ('fault' in read) {
      const example = 'Write it like 12/10/2026.';
      throw fault('seenOn', text, `“${shorten(text, 60)}” is no whole day. ${example}`);
    }
    const { day, figures } = read;
    const { month, date } = dayParts(day);
    if (day > today) {
      throw fault(
        'seenOn',
        text,
        `A plan cannot be seen ahead: ${formatDay(day)} is in the future.`,
      );
    }
    if (day < EARLIEST) {
      throw fault('seenOn', text, `${formatDay(day)} is too long ago for a plan.`);
    }
    const swapped = figures ? mayBeSwapped(figures) : date <= 12 && date !== month;
    return { seenOn: day, mayBeSwapped: swapped && !/[a-z]/i.test(text) };
  }

  /** What a row says of there being a plan, where and when, whichever column says it. */
  function sayingOf(cells: readonly SheetCell[]) {
    const at = (field: PlanListField): Said => {
      const text = textOf(cells, field);
      return { field, text, says: readPlanCell(text) };
    };
    // What is neither blank nor yes or no is a day there, and here a year.
    const [day, years] = [at('seenOn'), at('academicYears')];
    const [hasDay, hasYears] = [day, years].map(
      ({ says, text }) => says === 'address' || (says === 'yes' && /\d/.test(text)),
    );
    const answers = [...(hasDay ? [] : [day]), ...(hasYears ? [] : [years])];
    const said = [at('address'), at('hasPlan'), ...answers];
    const saying = (wanted: PlanCell) => said.find(({ says }) => says === wanted);
    const cross = saying('cross');
    if (cross) throw fault(cross.field, cross.text, 'A cross can mean yes or no. Write which.');
    const [address, yes, none] = [saying('address'), saying('yes'), saying('no')];
    return { address, yes, none, hasDay, yearsText: hasYears ? years.text : null };
  }

  function addressOf({ field, text }: Said): string {
    const checked = checkPlanAddress(text);
    if (checked.problem !== null) throw fault(field, text, checked.problem);
    return checked.address;
  }

  function yearsOf(text: string): AcademicYear[] {
    const read = readPlanListYears(text, today);
    if (read.problem !== null) throw fault('academicYears', text, read.problem);
    return read.years;
  }

  function read(cells: readonly SheetCell[]): { entry: PlanListEntry } | { skipped: true } {
    const { address, yes, none, hasDay, yearsText } = sayingOf(cells);
    if (!address && !yes && !none && !hasDay && yearsText === null) return { skipped: true };
    const school = schoolOf(cells);
    const day = hasDay
      ? dayOf(cells[columns.seenOn?.index ?? -1])
      : { seenOn: null, mayBeSwapped: false };
    const years = yearsText === null ? null : yearsOf(yearsText);
    if (!none) {
      const url = address ? addressOf(address) : null;
      if (!years) throw fault('academicYears', '', NO_PLAN_YEAR);
      const [academicYear = '', lastAcademicYear = ''] = [years[0], years.at(-1)];
      return { entry: { school, plan: { academicYear, lastAcademicYear, address: url }, ...day } };
    }
    const { field, text } = none;
    if (address ?? yes) {
      const message = address
        ? 'The row gives an address and says that there is no plan.'
        : 'The row says both that there is a plan and that there is none.';
      throw fault(field, text, message);
    }
    if (day.seenOn === null) throw fault('seenOn', '', 'Say on which day no plan was found.');
    const looked = academicYearOf(day.seenOn);
    if (years && !years.includes(looked)) {
      const about = `none for ${planYearsInWords(years)}`;
      throw fault(
        field,
        text,
        `The row says ${about}, but ${formatDay(day.seenOn)} is in ${looked}.`,
      );
    }
    return { entry: { school, plan: null, ...day } };
  }

  const repeatsHeader = (cells: readonly SheetCell[]) =>
    cells.every((cell, index) => sheetText(cell).toLowerCase() === (words[index] ?? ''));

  return {
    titles: {
      school: titleOf(columns.schoolName ?? columns.urn),
      day: titleOf(columns.seenOn),
    },
    read(cells, line) {
      if (isBlankRow(cells) || repeatsHeader(cells)) return { skipped: true };
      const stray = cells
        .slice(header.length)
        .map(sheetText)
        .find((text) => text !== '');
      if (stray !== undefined) {
        const message =
          `The line has ${cells.length} values and the header ${header.length} columns; ` +
          'a comma or a quote may be out of place.';
        return { rejection: { line, column: '', value: shorten(stray), message } };
      }
      return readingRow(line, () => read(cells));
    },
    dayWritten: (cells) => textOf(cells, 'seenOn'),
    sawMonthFirst: () => monthFirst,
  };
}
