import type { Day, Forecast } from '@tracker/domain';

/** `GET /api/progress`: what is asked for. */
export interface ProgressQuery {
  /** `2024-25`; left out, the one that `asOf` is in. */
  academicYear?: string;
  /** The schools and visits of one region; left out, the whole hub. */
  regionId?: string;
  /** The day as of which is counted, today at the latest; left out, today. */
  asOf?: Day;
}

/** A number, and the list of exactly the records that it counts. */
export interface CountWithList {
  count: number;
  resource: 'visits' | 'schools';
  /** The `filter` of that list. */
  filter: Record<string, unknown>;
}

/** What is counted of the whole and of each group of schools alike. */
export interface GroupCounts {
  schoolsInScope: CountWithList;
  /** Counting visits in the academic year. */
  visits: CountWithList;
  /** Distinct schools in scope with a counting visit in the academic year, theirs or a predecessor's. */
  schoolsVisited: CountWithList;
  /** Distinct schools in scope covered in the cycle (rule 9). */
  covered: CountWithList;
  /**
   * Not covered in the cycle, and somebody is to come (rule 8); on a past day, of what is still booked
   * that which was on record by then.
   */
  booked: CountWithList;
  /** Neither covered in the cycle nor booked. */
  neither: CountWithList;
  /** Never visited or overdue (rule 7). */
  notVisitedInThreeYears: CountWithList;
  /** Counting visits in the academic year with a submitted survey (rule 12). */
  surveys: CountWithList;
}

/** One region, district, phase, type of establishment or free-school-meal band. */
export interface ProgressGroup extends GroupCounts {
  /** What the filter calls it; null for schools of which it is not known. */
  key: string | null;
  label: string;
}

export interface RegionProgress extends ProgressGroup {
  target: number;
  surveysTarget: number;
  expectedByToday: number;
}

/** The year's line on one day. Days of one week apart, and the day counted as of. */
export interface ProgressPoint {
  day: Day;
  /** Rule 12's pace, one decimal. */
  expected: number;
  /** Counting visits up to and with the day; null for days after the one counted as of. */
  visits: number | null;
  /** Those visits; null with them. */
  list: CountWithList | null;
  /** Counting visits and those booked up to and with the day; null before the day counted as of. */
  withBooked: number | null;
}

/** How many schools were not visited in three years on a day. */
export interface BacklogPoint {
  day: Day;
  schools: number;
  list: CountWithList;
}

export interface OutcomeReason {
  outcome: 'cancelled_by_school' | 'cancelled_by_hub' | 'not_held';
  /** As it was written; alike but for capitals and spaces are one. */
  reason: string;
  visits: number;
  /** The `filter` of the list of those visits. */
  filter: Record<string, unknown>;
}

/** What became of the visits whose day was in the academic year, up to the day counted as of. */
export interface ScheduledOutcomes {
  held: CountWithList;
  cancelledBySchool: CountWithList;
  cancelledByHub: CountWithList;
  notHeld: CountWithList;
  /** Their day has passed and nobody has said what became of them. */
  unlogged: CountWithList;
  /** The most frequent first, at most 20. */
  reasons: OutcomeReason[];
}

/** `GET /api/progress`. Counted from the rows when asked; nothing is stored. */
export interface Progress {
  academicYear: string;
  regionId: string | null;
  asOf: Day;
  today: Day;
  /** Visits aimed at: the hub's, or the region's share. */
  target: number;
  visits: number;
  /** Distinct schools in scope with a counting visit in the year. */
  schoolsCovered: number;
  /** Rule 12, one decimal, by the day counted as of. */
  expectedByToday: number;
  /** Null before the first school day is over. */
  forecast: Forecast | null;
  /** The day on which the target is reached at the pace so far, or was; null where it is not within five years. */
  targetReachedOn: Day | null;
  /** Visits a school week still needed; null when no school day is left. */
  weeklyRateNeeded: number | null;
  surveys: { target: number; submitted: number };
  cycle: {
    startsIn: string;
    opensOn: Day;
    closesOn: Day;
    schoolsInScope: number;
    schoolsCovered: number;
    schoolsBooked: number;
    schoolsNeither: number;
    slack: number;
    /** `at 180 a year, 14 schools will be missed` */
    slackInWords: string;
  };
  /** The figures above as lists. */
  lists: GroupCounts;
  byRegion: RegionProgress[];
  byDistrict: ProgressGroup[];
  byPhase: ProgressGroup[];
  byEstablishmentType: ProgressGroup[];
  byFsmBand: ProgressGroup[];
  series: ProgressPoint[];
  /** First of each month of the year up to the day counted as of, and that day. */
  backlog: BacklogPoint[];
  outcomes: ScheduledOutcomes;
  /** What whoever reads the figures has to know, in sentences: term dates that are not known, for one. */
  notes: string[];
}

/** What an academic year aims at in one region. */
export interface RegionTarget {
  regionId: string;
  regionName: string;
  visits: number;
  surveys: number;
  /** Set by the head; else in proportion to `schoolsToVisit`. */
  setByHand: boolean;
  /** Schools in scope not visited in three years or due. */
  schoolsToVisit: number;
  /** By which is split where no region has a school to visit. */
  schoolsInScope: number;
}

/** `GET /api/targets/:academicYear`; a year nobody has set anything for has the hub's default. */
export interface Target {
  academicYear: string;
  /** 0 while nothing was set; rises with each change. */
  version: number;
  visits: number;
  surveys: number;
  regions: RegionTarget[];
  /** The regions' sums, which may differ from the whole when the head has set some by hand. */
  sum: { visits: number; surveys: number };
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

/** `GET /api/targets/:academicYear/history`, newest first. */
export interface TargetChange {
  at: string;
  byId: string | null;
  byName: string | null;
  visits: number;
  surveys: number;
  regions: { regionId: string; regionName: string; visits: number; surveys: number }[];
}
