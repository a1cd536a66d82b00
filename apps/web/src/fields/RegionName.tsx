import { useGetList } from 'react-admin';
import type { Region } from '@tracker/contract';

/** All regions, of which a hub has a handful; asked for once and shared by every screen. */
export function useRegions(): Region[] {
  const { data } = useGetList<Region>('regions', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  return data ?? [];
}

export function useRegionName(regionId: string | null): string {
  const region = useRegions().find(({ id }) => id === regionId);
  return regionId === null ? 'No region' : (region?.name ?? '');
}

/** The names in a sentence: `North Harrowmere and West Harrowmere`. */
export function useRegionNames(regionIds: readonly string[]): string {
  const names = useRegions().filter(({ id }) => regionIds.includes(id));
  return new Intl.ListFormat('en-GB').format(names.map(({ name }) => name));
}

export function RegionName({ regionId }: { regionId: string | null }) {
  return <>{useRegionName(regionId)}</>;
}
