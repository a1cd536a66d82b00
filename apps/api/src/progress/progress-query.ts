import type { ProgressQuery } from '@tracker/contract';
import {
  academicYearOf,
  academicYearSpan,
  type AcademicYear,
  type Day,
  formatDay,
  isAcademicYear,
  isDay,
} from '@tracker/domain';
import { isUUID } from 'class-validator';
import { malformedFields } from '../http/problem';

/** What progress is asked for, with what was left out filled in. */
export interface ProgressScope {
  year: AcademicYear;
  regionId: string | null;
  /** The day counted as of, today at the latest. */
  asOf: Day;
  today: Day;
  notes: string[];
}

const TAKES: Record<keyof ProgressQuery, [(value: unknown) => boolean, string]> = {
  academicYear: [isAcademicYear, 'An academic year is written 2024-25.'],
  regionId: [(value) => isUUID(value), 'The region is the id of a region (a UUID).'],
  asOf: [isDay, 'The day counted as of is written YYYY-MM-DD.'],
};

/**
 * Reads the query string. Of a year that is over the whole is counted, unless a day is given; a day
 * that is still to come is taken for today, and a note says so.
 *
 * @throws 400 naming what cannot be read
 */
export function readProgressQuery(raw: Record<string, unknown>, today: Day): ProgressScope {
  const errors = Object.entries(raw).flatMap(([field, value]) => {
    if (!Object.hasOwn(TAKES, field)) {
      const message = `There is no "${field}" here; there are ${Object.keys(TAKES).join(', ')}.`;
      return [{ field, message }];
    }
    const [isRight, message] = TAKES[field as keyof ProgressQuery];
    return value === '' || isRight(value) ? [] : [{ field, message }];
  });
  if (errors.length > 0) throw malformedFields(errors);
  const asked = raw as ProgressQuery;
  const notes: string[] = [];
  const isToCome = Boolean(asked.asOf) && (asked.asOf as Day) > today;
  if (isToCome) {
    notes.push(`${formatDay(asked.asOf as Day)} is still to come: counted as of today.`);
  }
  const day = asked.asOf && !isToCome ? asked.asOf : undefined;
  const year = asked.academicYear || academicYearOf(day ?? today);
  const { closesOn } = academicYearSpan(year);
  const asOf = day ?? (isToCome || today <= closesOn ? today : closesOn);
  return { year, regionId: asked.regionId || null, asOf, today, notes };
}
