import type { Day } from '@tracker/domain';

/** `GET /api/progress`: what is asked for. */
export interface ProgressQuery {
  /** `2024-25`; left out, the one that `asOf` is in. */
  academicYear?: string;
  /** The schools and visits of one region; left out, the whole hub. */
  regionId?: string;
  /** The day as of which is counted, today at the latest; left out, today. */
  asOf?: Day;
}

/** `PUT /api/targets/:academicYear`. */
export interface SaveTarget {
  version: number;
  visits: number;
  surveys: number;
  /** Those set by hand; the rest of the whole is split over the others. */
  regions: SaveRegionTarget[];
}

export interface SaveRegionTarget {
  regionId: string;
  visits: number;
  surveys: number;
}
