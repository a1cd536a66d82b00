import type { SignedInUser } from '@tracker/contract';

/** The regions a list starts on: those of somebody in a regional team, else the whole county. */
export function ownRegionsFilter({ role, regionIds }: Pick<SignedInUser, 'role' | 'regionIds'>): {
  regionId?: string | string[];
} {
  const [only, ...others] = role === 'regional' ? regionIds : [];
  if (only === undefined) return {};
  return { regionId: others.length > 0 ? regionIds : only };
}

/** The ids in a filter by region, which may hold one, several or none. */
export function regionIdsOf(filterValues: Record<string, unknown>): string[] {
  const { regionId } = filterValues;
  if (Array.isArray(regionId)) return regionId.map(String);
  return typeof regionId === 'string' && regionId !== '' ? [regionId] : [];
}
