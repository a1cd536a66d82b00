import type { VisitState } from '@tracker/domain';
import type { SchoolTerm } from './school-calendar';

/** Visits of one visitor on one day. */
export interface VisitorDay {
  day: string;
  visits: number;
}

/** How much somebody has on. Visits that are scheduled, confirmed or completed. */
export interface VisitorLoad {
  id: string;
  name: string;
  regionIds: string[];
  weekVisits: number;
  termVisits: number;
  /** Days of the range asked for that have visits, in order. */
  days: VisitorDay[];
}

/**
 * `GET /api/visitors?from&to&regionId`: everybody who can visit, by name. `week` is the week of
 * `from`, Monday to Sunday; `term` the term of `from`.
 */
export interface VisitorLoads {
  week: { from: string; to: string };
  /** `assumed`: term dates are not known, so it is the whole academic year. */
  term: SchoolTerm & { assumed: boolean };
  visitors: VisitorLoad[];
}

/** `GET /api/visitors/:id/free-days?from&count`: school days without a visit, the next first. */
export interface FreeDays {
  days: string[];
  /** Term dates of some of them are not known. */
  assumed: boolean;
}

/**
 * `GET /api/schools/:id/nearby?limit`: schools near by that are due or have not been visited in
 * three years and have no visit booked, proposed or waiting to be logged, the nearest first.
 */
export interface NearbySchool {
  id: string;
  urn: number;
  name: string;
  regionId: string | null;
  phase: string | null;
  town: string | null;
  state: VisitState;
  lastVisitedOn: string | null;
  /** One decimal, as the crow flies. */
  distanceKm: number;
}
