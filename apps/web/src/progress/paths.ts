import type { ProgressQuery } from '@tracker/contract';

/** By what the schools are grouped on the page. */
export const BREAKDOWNS = ['region', 'district', 'phase', 'type', 'meals'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What the page shows, all of it in the address bar. */
export interface ProgressAddress extends ProgressQuery {
  by?: Breakdown;
}

export const PROGRESS_PATH = '/progress';

export function progressPath({ academicYear, regionId, asOf, by }: ProgressAddress): string {
  const given = Object.entries({ year: academicYear, region: regionId, day: asOf, by });
  const query = new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const search = query.toString();
  return search ? `${PROGRESS_PATH}?${search}` : PROGRESS_PATH;
}
