import {
  type AcademicYear,
  addAcademicYears,
  type PlanningWindow,
  type SchoolCalendar,
  windowsToBeginWith,
} from '@tracker/domain';
import { In, type EntityManager } from 'typeorm';
import { PlanningWindowsEntity } from '../database';

/** The windows of a year: those on record, else those to begin with. */
export interface WindowsOfYear {
  /** Null where nobody has set any. */
  version: number | null;
  isSuggested: boolean;
  windows: PlanningWindow[];
}

export async function readWindows(
  manager: EntityManager,
  academicYear: AcademicYear,
  calendar: SchoolCalendar,
): Promise<WindowsOfYear> {
  const before = addAcademicYears(academicYear, -1);
  const rows = await manager.findBy(PlanningWindowsEntity, {
    academicYear: In([academicYear, before]),
  });
  const of = (year: AcademicYear) => rows.find((row) => row.academicYear === year);
  const row = of(academicYear);
  if (row) return { version: row.version, isSuggested: false, windows: row.windows };
  const windows = windowsToBeginWith(academicYear, calendar, of(before)?.windows ?? []);
  return { version: null, isSuggested: true, windows };
}
