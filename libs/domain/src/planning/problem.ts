import type { Day } from '../day';
import type { DayRange } from '../school-calendar';
import type { VisitState } from '../visit-state';

/** On the National Grid, in metres. */
export interface GridPlace {
  easting: number;
  northing: number;
}

/** A stretch of school days parted from the next by a holiday. The first of a year is number 1 to people, 0 here. */
export type HalfTermDays = DayRange;

/** Days in which schools of some phases, or all where there is null, are not visited. */
export interface PlanWindow extends DayRange {
  key: string;
  /** `exam season` */
  words: string;
  phases: readonly string[] | null;
}

export interface PlanRegion {
  id: string;
  name: string;
  /** The region's share of what is wanted; for information. */
  wanted: number;
}

/** A visitor with their capacity. */
export interface PlanVisitor {
  id: string;
  name: string;
  regionIds: readonly string[];
  /** Where they start from. */
  base: GridPlace;
  /** 1 is Monday. */
  weekdays: readonly number[];
  perDay: number;
  perWeek: number;
  perHalfTerm: number;
  away: readonly DayRange[];
}

/** 1: not visited in three years; 2: due this year; 3: neither. */
export type PlanBand = 1 | 2 | 3;

export interface PlanSchool {
  urn: number;
  name: string;
  regionId: string;
  phase: string;
  fsmPercent: number | null;
  easting: number | null;
  northing: number | null;
  lastVisitedOn: Day | null;
  dueOn: Day | null;
  state: VisitState;
  band: PlanBand;
  /** 0 to 100. */
  score: number;
  notOnWeekdays: readonly number[];
  prefersWeekdays: readonly number[];
  unavailable: readonly (DayRange & { why: string })[];
  /** Not visited up to this day, which is included. */
  snoozed?: { until: Day; by: string; why: string } | null;
  /** Not visited from this day. */
  closesOn?: Day | null;
}

/** A visit of the year that is held, or one proposed. */
export interface PlanLine {
  urn: number;
  date: Day;
  visitorId: string;
}

/** A place on a visitor's day that a school may still take: of the day alone, for it takes one of several. */
export type KeptPlace = Pick<PlanLine, 'date' | 'visitorId'>;

/** A visit that a plan may not move; where nobody is named it counts for its school alone. */
export interface FixedVisit {
  urn: number;
  date: Day;
  visitorId: string | null;
}

/** `visit-plan-problem/1`: everything that a plan is made of. */
export interface PlanProblem {
  format: 'visit-plan-problem/1';
  asOf: Day;
  /** `2026-27` */
  year: string;
  /** From today plus the notice that schools are given to the last school day. */
  horizon: DayRange;
  /** Held, booked and proposed visits together are at most this many. */
  wanted: number;
  minMonthsBetween: number;
  /** Kilometres of road for one as the crow flies. */
  roadFactor: number;
  /** The share of visits that fall through, by month, January first. */
  cancelChance: readonly number[];
  schoolDays: readonly Day[];
  halfTerms: readonly HalfTermDays[];
  windows: readonly PlanWindow[];
  regions: readonly PlanRegion[];
  visitors: readonly PlanVisitor[];
  schools: readonly PlanSchool[];
  held: readonly FixedVisit[];
  booked: readonly (FixedVisit & { status?: string | null })[];
  /** Beside what is booked, while a school chooses. */
  kept?: readonly KeptPlace[];
  /** Lines that stay as they are, even against the rules. */
  locked?: readonly PlanLine[];
  /** The proposal before, which keeps its half terms where nothing is against it. */
  previous?: readonly PlanLine[];
}

/** By date, then by URN: the order of every plan. */
export const byDateAndUrn = (a: PlanLine, b: PlanLine): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.urn - b.urn;

export const isWithin = ({ from, to }: DayRange, day: Day): boolean => day >= from && day <= to;

/** The half term that a day is in, 0 the first; -1 in a holiday. */
export const halfTermOn = ({ halfTerms }: PlanProblem, day: Day): number =>
  halfTerms.findIndex((halfTerm) => isWithin(halfTerm, day));

/** URNs of schools that were visited this year, are booked or have a locked line. */
export const fixedUrns = ({ held, booked, locked = [] }: PlanProblem): Set<number> =>
  new Set([...held, ...booked, ...locked].map(({ urn }) => urn));

/** What a plan may still propose, locked lines included. */
export const placesWanted = ({ wanted, held, booked }: PlanProblem): number =>
  Math.max(0, wanted - held.length - booked.length);
