import {
  academicYearSpan,
  type AcademicYear,
  addDays,
  BANDS,
  bookingsNeeded,
  cycleOfYear,
  type Day,
  dueOnAfter,
  dueOnInLastYear,
  type PlanLine,
  type PlanProblem,
  type PlanSchool,
  type PlanYear,
  planYearOf,
  ROAD_FACTOR,
  splitTarget,
  springTermEndsOn,
  visitState,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getSchoolCalendar } from '../calendar';
import { getCancelShare, getYearTarget } from '../figures';
import { getHubSettings, type SettingsInForce } from '../settings';
import {
  FIXED_VISITS,
  NO_REGION,
  PLAN_REGIONS,
  PLAN_SCHOOLS,
  PLAN_VISITORS,
  type PlanSchoolRow,
} from './plan-problem.queries';
import { agreedOf } from './agreed-visits';
import { notesOfReading } from './notes-of-reading';
import { type AssumedOfVisitors, visitorsOf } from './plan-visitors';
import { readWindows } from './read-windows';

/** What a plan is made with other than what is on record; what is left out is the hub's own. */
export interface PlanSettings {
  /** Held, booked and proposed visits together at most. */
  wanted?: number | undefined;
  /** Of bookings, the share that falls through; 0 to below 1. */
  cancelShare?: number | undefined;
  /** In days. */
  notice?: number | undefined;
  /** These make no visits from a day on. */
  without?: { visitorIds: readonly string[]; from: Day } | undefined;
  /** Schools of these regions alone, by their visitors. */
  regionIds?: readonly string[] | undefined;
  /** Whether the proposal before keeps its half terms; for whoever reads its lines. */
  keepProposals?: boolean | undefined;
}

export interface PlanAsked {
  academicYear: AcademicYear;
  today: Day;
  settings?: PlanSettings;
  /** A school for which is asked: days that it is offered itself are in nobody's way. */
  ownSchoolId?: string | null;
  /** Lines of the plan before that stay as they are, and the others. */
  locked?: readonly PlanLine[];
  previous?: readonly PlanLine[];
}

/** A problem as it was read at one instant. */
export interface PlanReading {
  problem: PlanProblem;
  /** By URN. */
  schoolIds: ReadonlyMap<number, string>;
  /** What was taken in place of what is not known, a sentence each. */
  notes: string[];
  /** Term dates are not known. */
  areDaysAssumed: boolean;
  areWindowsSuggested: boolean;
  /** Visitors of whom something is not known, by name. */
  assumed: AssumedOfVisitors;
  /** P7, 0 to below 1. */
  cancelShare: number;
  /** Visits of the year's target that are still to be held. */
  toBeHeld: number;
}

/**
 * What the plan of a year is made of, all of it as at one instant: of a snapshot of its own, or of the
 * transaction that the caller has begun.
 */
export async function readPlanProblem(
  manager: EntityManager,
  asked: PlanAsked,
): Promise<PlanReading> {
  if (manager.queryRunner?.isTransactionActive) return read(manager, asked);
  return manager.transaction('REPEATABLE READ', (within) => read(within, asked));
}

async function read(manager: EntityManager, asked: PlanAsked): Promise<PlanReading> {
  const { academicYear, today, settings = {}, ownSchoolId = null } = asked;
  const { regionIds = null } = settings;
  const { opensOn, closesOn } = academicYearSpan(academicYear);
  const span = { from: opensOn, to: closesOn };
  const hub = await getHubSettings(manager);
  const calendar = await getSchoolCalendar(manager);
  const year = planYearOf(calendar, academicYear);
  const windows = await readWindows(manager, academicYear, calendar);
  const fixed = await FIXED_VISITS.rows(manager, span, {
    ...{ today, kindsNotCounting: hub.kindsNotCounting, ownSchoolId },
  });
  const regions = await PLAN_REGIONS.rows(manager);
  const visitorRows = await PLAN_VISITORS.rows(manager, span, regionIds);
  const people = new Set(visitorRows.map(({ id }) => id));
  const agreed = agreedOf(fixed, { regionIds, people });
  const schoolRows = await PLAN_SCHOOLS.rows(manager, {
    ...{ today, year: span, regionIds },
    bookedUrns: agreed.booked.flatMap(({ urn }) => (urn > 0 ? [urn] : [])),
  });
  const schools = schoolRows.map(schoolFor(hub, year, { academicYear, today }));
  const { visitors, assumed } = visitorsOf(visitorRows, schools, settings.without, closesOn);
  const cancelShare = settings.cancelShare ?? (await getCancelShare(manager, today));
  const target = await getYearTarget(manager, academicYear);
  const byHand = new Map(target.regions.map(({ regionId, visits }) => [regionId, visits]));
  const shares = splitTarget(
    target.visits,
    regions.map((region) => ({ ...region, byHand: byHand.get(region.id) })),
  );
  const aim = regionIds
    ? regionIds.reduce((sum, id) => sum + (shares.get(id) ?? 0), 0)
    : target.visits;
  const toBeHeld = Math.max(0, aim - agreed.heldOfTarget);
  const wanted = settings.wanted ?? agreed.heldOfTarget + bookingsNeeded(toBeHeld, cancelShare);
  const known = new Set(schools.map(({ urn }) => urn));
  const makers = new Set(visitors.map(({ id }) => id));
  const canStand = ({ urn, visitorId }: PlanLine) => known.has(urn) && makers.has(visitorId);
  const problem: PlanProblem = {
    format: 'visit-plan-problem/1',
    ...{ asOf: today, year: academicYear },
    horizon: {
      from: addDays(today, settings.notice ?? hub.planning.noticeDays),
      to: year.schoolDays.at(-1) ?? closesOn,
    },
    // Visits that use up somebody's time and are none of the target's are wanted beside it.
    wanted: wanted + agreed.beside,
    ...{ minMonthsBetween: hub.planning.monthsBetween, roadFactor: ROAD_FACTOR },
    cancelChance: Array.from({ length: 12 }, () => cancelShare),
    ...{ schoolDays: year.schoolDays, halfTerms: year.halfTerms },
    windows: windows.windows.map((window, i) => ({
      ...{ ...window, key: `w${i + 1}`, words: inSentence(window.words) },
    })),
    regions: [
      ...regions.map(({ id, name }) => ({ id, name, wanted: shares.get(id) ?? 0 })),
      ...(schools.some(({ regionId }) => regionId === NO_REGION)
        ? [{ id: NO_REGION, name: 'schools without a region', wanted: 0 }]
        : []),
    ],
    ...{ visitors, schools, held: agreed.held, booked: agreed.booked },
    ...(agreed.kept.length > 0 ? { kept: agreed.kept } : {}),
    locked: (asked.locked ?? []).filter(canStand),
    previous: (asked.previous ?? []).filter(({ urn }) => known.has(urn)),
  };
  return {
    problem,
    schoolIds: new Map(schoolRows.map(({ urn, id }) => [urn, id])),
    notes: notesOfReading({
      ...{ academicYear, assumed, withoutVisitor: agreed.withoutVisitor },
      areDaysAssumed: year.assumed,
      areWindowsSuggested: windows.isSuggested,
      unranked: schoolRows.filter(({ isRanked }) => !isRanked).length,
      lockedOut: (asked.locked ?? []).filter((line) => !canStand(line)).length,
    }),
    ...{ cancelShare, toBeHeld, areDaysAssumed: year.assumed, assumed },
    areWindowsSuggested: windows.isSuggested,
  };
}

/** `Exam season` as it stands in a sentence; names and abbreviations stay. */
const inSentence = (words: string): string =>
  /^(?!Christmas|Easter)[A-Z][a-z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;

/** A row with what the rules make of it. P8: in a cycle's last year what is not covered falls due by Easter. */
function schoolFor(
  { firstCycleStartsIn }: SettingsInForce,
  { halfTerms }: PlanYear,
  { academicYear, today }: Pick<PlanAsked, 'academicYear' | 'today'>,
): (row: PlanSchoolRow) => PlanSchool {
  const { opensOn } = academicYearSpan(academicYear);
  const cycle = cycleOfYear(academicYear, firstCycleStartsIn);
  const springEnd = springTermEndsOn(academicYear, halfTerms);
  const on = today > opensOn ? today : opensOn;
  return ({ id: _id, isRanked: _isRanked, ...row }) => {
    const { lastVisitedOn } = row;
    const state = visitState(lastVisitedOn, on);
    const dueOn = lastVisitedOn === null ? null : dueOnAfter(lastVisitedOn);
    const isCovered = lastVisitedOn !== null && lastVisitedOn >= cycle.opensOn;
    return {
      ...{ ...row, state, band: BANDS[state] },
      dueOn: cycle.isLast && !isCovered ? dueOnInLastYear(dueOn, springEnd) : dueOn,
    };
  };
}
