import type { ScoreWeights, VisitKind } from '@tracker/domain';

/** The rules a hub sets for itself. `GET` and `PUT /api/hub-settings`; a `PUT` carries them all. */
export interface HubSettings {
  /** Rises with each change; a `PUT` carries the one it was made from. */
  version: number;
  /** Kinds of visit that never reset the clock, a phone call for one. */
  kindsNotCounting: VisitKind[];
  /** First academic year of the first cycle, `2024-25`. */
  firstCycleStartsIn: string;
  /** Visits aimed at in an academic year. */
  targetVisits: number;
  /** The most points of each factor, 100 together. */
  weights: ScoreWeights;
}

/** Changed points or kinds rank every school again. */
export type SaveHubSettings = HubSettings;
