import {
  academicYearOf,
  academicYearSpan,
  type AcademicYear,
  isAcademicYear,
} from '../academic-year';
import { type Day, formatDay, isDay } from '../day';
import { FORMATS_OF, REPORT_FORMAT_WORDS, type ReportFormat, type ReportKind } from './kinds';
import { columnFaults } from './school-columns';

/** What a report is asked for; what is left out is decided by `reportParameters`. */
export interface ReportAsked {
  kind: ReportKind;
  format?: ReportFormat | undefined;
  /** Of a workbook, left out: every year on record. */
  academicYear?: string | undefined;
  asOf?: Day | undefined;
  regionId?: string | undefined;
  /** Of figures by school; in their order. */
  columns?: readonly string[] | undefined;
}

/** What a report is made of. */
export interface ReportParameters {
  /** null: every year on record. */
  academicYear: AcademicYear | null;
  /** The day as of which is counted. */
  asOf: Day;
  regionId: string | null;
  /** Keys of columns, of figures by school; else empty. */
  columns: string[];
}

export interface ReportFault {
  field: keyof ReportAsked;
  message: string;
}

/** What is wrong with the period, format or columns asked for; an empty list is a report that can be made. */
export function reportFaults(asked: ReportAsked, today: Day): ReportFault[] {
  const { kind, format, academicYear, asOf } = asked;
  const faults: ReportFault[] = [];
  const wrong = (field: keyof ReportAsked, message: string) => faults.push({ field, message });
  const formats = FORMATS_OF[kind];
  if (format !== undefined && !formats.includes(format)) {
    const words = formats.map((one) => REPORT_FORMAT_WORDS[one]).join(' or ');
    wrong('format', `This report is made as ${words}.`);
  }
  const yearIsWrong = yearFault(kind, academicYear, today);
  if (yearIsWrong) wrong('academicYear', yearIsWrong);
  else if (asOf !== undefined) {
    const fault = dayFault(asOf, academicYear, today);
    if (fault) wrong('asOf', fault);
  }
  if (kind === 'by_school') {
    const fault = columnFaults(asked.columns ?? [])[0];
    if (fault) wrong('columns', fault);
  } else if (asked.columns !== undefined) {
    wrong('columns', 'Only figures by school have columns to choose.');
  }
  return faults;
}

function yearFault(kind: ReportKind, year: string | undefined, today: Day): string | null {
  if (year === undefined) {
    return kind === 'workbook' ? null : 'Choose the academic year, like 2024-25.';
  }
  if (!isAcademicYear(year)) return `“${year}” is not an academic year; one is written 2024-25.`;
  const { opensOn } = academicYearSpan(year);
  return opensOn > today
    ? `The academic year ${year} begins on ${formatDay(opensOn)}; there is nothing to report yet.`
    : null;
}

function dayFault(asOf: Day, year: string | undefined, today: Day): string | null {
  if (!isDay(asOf)) return `“${String(asOf)}” is not a day; one is written 2024-12-03.`;
  if (asOf > today) return `${formatDay(asOf)} is in the future; choose a day up to today.`;
  if (year === undefined) return null;
  const { opensOn, closesOn } = academicYearSpan(year);
  return asOf < opensOn || asOf > closesOn
    ? `${formatDay(asOf)} is not in the academic year ${year}, so the period would be empty.`
    : null;
}

/** A request without faults, with what it leaves out filled in: the day is today, or the year's last. */
export function reportParameters(asked: ReportAsked, today: Day): ReportParameters {
  const academicYear = asked.academicYear ?? null;
  const closesOn = academicYear === null ? today : academicYearSpan(academicYear).closesOn;
  return {
    academicYear,
    asOf: asked.asOf ?? (closesOn < today ? closesOn : today),
    regionId: asked.regionId ?? null,
    columns: [...(asked.columns ?? [])],
  };
}

/** Name of the file, without a region's name, which could hold anything. */
export function reportFileName(
  kind: ReportKind,
  format: ReportFormat,
  { academicYear, asOf }: ReportParameters,
): string {
  const names: Record<ReportKind, string> = {
    stakeholder: 'stakeholder-report',
    workbook: 'visits-workbook',
    by_school: 'figures-by-school',
  };
  return `${names[kind]}-${academicYear ?? 'all-years'}-as-of-${asOf}.${format}`;
}

/** The years that can be chosen, the latest first: that of today and those before it. */
export function reportYears(today: Day, count = 6): AcademicYear[] {
  const [start] = academicYearOf(today).split('-').map(Number) as [number];
  return Array.from({ length: count }, (_, back) => academicYearOf(`${start - back}-09-01`));
}
