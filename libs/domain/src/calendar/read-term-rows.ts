import { academicYearOf, type AcademicYear } from '../academic-year';
import { addDays, dayParts, daysBetween, formatDay, weekday, type Day } from '../day';
import { parseUkDay } from '../uk-day';
import { checkSchoolYear, shown, type CalendarFault } from './check-calendar';
import { IN_SERVICE, type NamedDays, type SchoolYearPlan } from './hub-calendar';
import type { CalendarReading } from './read-calendar-file';

/** A row of a table and the line of the file it begins on. */
export interface TermRow {
  line: number;
  cells: readonly string[];
}

/** How the file is described wherever one is asked for. */
export const TERM_ROWS_FORMAT =
  'A CSV file with the headings name, start, end and in-service days: a row for each term, or for each half of one. What lies between the rows of a year is holiday. Several in-service days are parted by semicolons.';

const HEADINGS = {
  name: /^(name|term|term name|name of (the )?term)$/,
  start: /^(start|starts|start date|from|first day|opens|begins)$/,
  end: /^(end|ends|end date|to|last day|closes)$/,
  inService:
    /^((in[- ]?service|inset|staff|training|staff training|in[- ]?service training|non[- ]?pupil) days?|inset)$/,
} as const;
type Column = keyof typeof HEADINGS;

/** Longer than any half of a term, shorter than two. */
const LONGEST_TERM_DAYS = 130;
const IS_BREAK = /holiday|\bbreak\b|vacation|bank hol/i;
/** A row called half term is the break when it is as short as one. */
const LONGEST_HALF_TERM_BREAK = 16;

/**
 * Term dates as a table, `TERM_ROWS_FORMAT`. The years are those the days are in; everything that is
 * wrong is said with its line.
 */
export function readTermRows(rows: readonly TermRow[]): CalendarReading<SchoolYearPlan> {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) return { years: [], faults: [{ field: 'content', message: 'The file is empty.' }] };
  const columns = columnsOf(head);
  if ('faults' in columns) return { years: [], faults: columns.faults };
  if (body.length === 0) {
    const message = 'There is no term below the headings.';
    return { years: [], faults: [{ field: 'content', message }] };
  }
  const read = body.map((row) => readRow(row, columns.at));
  const faults = read.flatMap((row) => row.faults);
  if (faults.length > 0) return { years: [], faults };
  return yearsOf(read.flatMap(({ term }) => (term ? [term] : [])));
}

type Places = Record<Exclude<Column, 'inService'>, number> & { inService: number | undefined };

function columnsOf({ line, cells }: TermRow): { at: Places } | { faults: CalendarFault[] } {
  const headings = cells.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, ' '));
  const places = (column: Column) =>
    headings.flatMap((heading, index) => (HEADINGS[column].test(heading) ? [index] : []));
  const faults: CalendarFault[] = [];
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const found = places(column).length;
    const called = column === 'inService' ? 'in-service days' : column;
    if (found > 1) faults.push(at(line, `two columns are called ${called}.`));
    if (found === 0 && column !== 'inService') {
      faults.push(at(line, `there is no heading ${called}. ${TERM_ROWS_FORMAT}`));
    }
  }
  if (faults.length > 0) return { faults: faults.slice(0, 1) };
  const place = (column: Column) => places(column)[0] as number;
  return {
    at: {
      ...{ name: place('name'), start: place('start'), end: place('end') },
      inService: places('inService')[0],
    },
  };
}

interface Term extends NamedDays {
  line: number;
  year: AcademicYear;
  inService: { day: Day; line: number }[];
}

function readRow(
  { line, cells }: TermRow,
  places: Places,
): { term?: Term; faults: CalendarFault[] } {
  const cell = (index: number | undefined) =>
    index === undefined ? '' : (cells[index] ?? '').trim().replace(/\s+/g, ' ');
  const name = cell(places.name);
  const faults: CalendarFault[] = [];
  const dayIn = (what: string, text: string): Day | null => {
    const day = parseUkDay(text);
    if (day === null) {
      const said = text === '' ? 'is missing' : `is ${shown(text)}, which is no date`;
      faults.push(at(line, `${what} ${said}; write it 2/9/2024 or 2 Sep 2024.`));
    }
    return day;
  };
  if (name === '') faults.push(at(line, 'the term has no name.'));
  const from = dayIn('the start', cell(places.start));
  const to = dayIn('the end', cell(places.end));
  const inService = cell(places.inService)
    .split(/;|\||(?<=\d),|&|\band\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const day = dayIn('an in-service day', part);
      return day === null ? [] : [{ day, line }];
    });
  if (faults.length > 0 || from === null || to === null) return { faults };
  const year = academicYearOf(from);
  const wrong = termFault({ name, from, to }) ?? inServiceFault(year, inService);
  if (wrong) return { faults: [at(line, wrong)] };
  return { term: { line, name, from, to, year, inService }, faults };
}

function termFault({ name, from, to }: NamedDays): string | null {
  const days = daysBetween(from, to) + 1;
  const isHalfTerm = /half[\s-]*term/i.test(name) && days > 0 && days <= LONGEST_HALF_TERM_BREAK;
  if (IS_BREAK.test(name) || isHalfTerm) {
    return `${shown(name)} is a holiday. Give the terms only; what lies between them is holiday.`;
  }
  if (days < 1) return `${name} ends before it starts.`;
  if (days > LONGEST_TERM_DAYS) {
    return `${name} has ${days} days, more than a term has. Give each term a row of its own.`;
  }
  if (academicYearOf(from) !== academicYearOf(to)) {
    return `${name} starts in ${academicYearOf(from)} and ends in ${academicYearOf(to)}.`;
  }
  return null;
}

function inServiceFault(year: AcademicYear, days: Term['inService']): string | null {
  for (const { day } of days) {
    const other = academicYearOf(day);
    if (other !== year)
      return `the in-service day ${formatDay(day)} is in ${other}, not in ${year}.`;
    if (weekday(day) > 5) return `the in-service day ${formatDay(day)} is at the weekend.`;
  }
  return null;
}

function yearsOf(terms: readonly Term[]): CalendarReading<SchoolYearPlan> {
  const faults: CalendarFault[] = [];
  const plans: SchoolYearPlan[] = [];
  for (const year of [...new Set(terms.map((term) => term.year))].sort()) {
    const own = terms
      .filter((term) => term.year === year)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const overlap = own.find((term, index) => index > 0 && term.from <= lastOf(own, index - 1).to);
    if (overlap) {
      const other = lastOf(own, own.indexOf(overlap) - 1);
      faults.push(
        at(overlap.line, `${overlap.name} and ${other.name} (line ${other.line}) overlap.`),
      );
      continue;
    }
    const plan = planOf(year, own);
    faults.push(...checkSchoolYear(plan));
    plans.push(plan);
  }
  return faults.length > 0 ? { years: [], faults } : { years: plans, faults: [] };
}

const lastOf = (terms: readonly Term[], index: number): Term => terms[index] as Term;

/** Schools are open to pupils from the first day of the first term that is no in-service day. */
function planOf(year: AcademicYear, terms: readonly Term[]): SchoolYearPlan {
  const closed = new Set(terms.flatMap(({ inService }) => inService.map(({ day }) => day)));
  const isClosed = (day: Day) => closed.has(day) || weekday(day) > 5;
  let firstDay = lastOf(terms, 0).from;
  let lastDay = lastOf(terms, terms.length - 1).to;
  while (isClosed(firstDay) && firstDay < lastDay) firstDay = addDays(firstDay, 1);
  while (isClosed(lastDay) && lastDay > firstDay) lastDay = addDays(lastDay, -1);
  const breaks = terms.slice(1).flatMap((term, index) => {
    const between = weekdaysOf(addDays(lastOf(terms, index).to, 1), addDays(term.from, -1));
    return between ? [{ name: breakName(between, term.name), ...between }] : [];
  });
  const isBetween = (day: Day) => breaks.some(({ from, to }) => day >= from && day <= to);
  const inService = [...closed]
    .filter((day) => day > firstDay && day < lastDay && !isBetween(day))
    .map((day) => ({ name: IN_SERVICE, from: day, to: day }));
  const holidays = [...breaks, ...inService].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { year, firstDay, lastDay, holidays };
}

/** Without the weekends at both ends; null where nothing but a weekend lies between. */
function weekdaysOf(from: Day, to: Day): { from: Day; to: Day } | null {
  let [first, last] = [from, to];
  while (first <= last && weekday(first) > 5) first = addDays(first, 1);
  while (last >= first && weekday(last) > 5) last = addDays(last, -1);
  return first <= last ? { from: first, to: last } : null;
}

/** What a break is called by its days: a half term, Christmas or Easter. */
function breakName({ from, to }: { from: Day; to: Day }, next: string): string {
  const days = daysBetween(from, to) + 1;
  const { month } = dayParts(from);
  if (month === 12) return 'Christmas holiday';
  if (month === 10 || month === 11) return 'Autumn half term';
  if (month === 2) return 'Spring half term';
  if ((month === 3 || month === 4) && days > 5) return 'Easter holiday';
  if (month === 5 || month === 6) return 'Summer half term';
  return `Holiday before ${next}`;
}

const at = (line: number, what: string): CalendarFault => ({
  field: `lines.${line}`,
  message: `Line ${line}: ${what}`,
});
