import type { AcademicYear } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { TargetEntity } from '../database';
import { getHubSettings } from '../settings';

/** What a year aims at, before it is split. */
export type YearTarget = Pick<TargetEntity, 'version' | 'visits' | 'surveys' | 'regions'>;

/** Set for the year, else the hub's default. */
export async function getYearTarget(
  manager: EntityManager,
  academicYear: AcademicYear,
): Promise<YearTarget> {
  const set = await manager.findOneBy(TargetEntity, { academicYear });
  if (set) return set;
  const { targetVisits: visits } = await getHubSettings(manager);
  return { version: 0, visits, surveys: visits, regions: [] };
}
