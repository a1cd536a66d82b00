import { call } from './http';

/** The districts and phases that occur, for filters. */
export interface SchoolFacets {
  districts: string[];
  phases: string[];
}

export interface SchoolVerbs {
  schoolFacets(signal?: AbortSignal): Promise<SchoolFacets>;
  /** Sets the region of many schools by hand; null lets each follow its district again. */
  setRegionOfSchools(ids: readonly string[], regionId: string | null): Promise<void>;
}

export const schoolVerbs: SchoolVerbs = {
  schoolFacets: async (signal) =>
    (await call<SchoolFacets>('/api/schools/facets', { signal })).json,
  setRegionOfSchools: async (ids, regionId) => {
    const body = JSON.stringify({ ids, regionId });
    await call('/api/schools/region', { method: 'POST', body });
  },
};
