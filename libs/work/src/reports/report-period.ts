import {
  academicYearSpan,
  type Day,
  type ReportParameters,
  type VisitCycleSpan,
  visitCycleOn,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { readScopeDay, type ScopeDay, getHubSettings, sql, statement } from '@tracker/data';

/** The days a report is about. */
export interface ReportPeriod {
  /** First and last day of the academic year; null for every year on record. */
  opensOn: Day | null;
  closesOn: Day | null;
  /** The day as of which is counted. */
  asOf: Day;
  /** The cycle of that day. */
  cycle: VisitCycleSpan;
  /** The day as of which schools are in scope. */
  scopeDay: ScopeDay;
  kindsNotCounting: string[];
  regionId: string | null;
  regionName: string | null;
}

const REGION_NAME = statement(
  'reports.region-name',
  (id: string | null) => sql<{ name: string }>`SELECT name FROM regions WHERE id = ${id}`,
);

/** The period of a report by the hub's rules. */
export async function periodOf(
  manager: EntityManager,
  { academicYear, asOf, regionId }: ReportParameters,
  today: Day,
): Promise<ReportPeriod> {
  const { kindsNotCounting, firstCycleStartsIn } = await getHubSettings(manager);
  const span = academicYear === null ? null : academicYearSpan(academicYear);
  const region = await REGION_NAME.row(manager, regionId);
  return {
    opensOn: span?.opensOn ?? null,
    closesOn: span?.closesOn ?? null,
    asOf,
    cycle: visitCycleOn(asOf, firstCycleStartsIn),
    scopeDay: await readScopeDay(manager, asOf, today),
    kindsNotCounting,
    regionId,
    regionName: region?.name ?? null,
  };
}
