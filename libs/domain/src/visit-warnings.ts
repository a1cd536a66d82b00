import { dayInWords, schoolDayKind, type HubCalendar } from './calendar/hub-calendar';
import {
  isInWindow,
  type PlanningWindow,
  type UnavailableDays,
  type VisitorCapacity,
} from './capacity';
import { formatDay, type Day, weekday, WEEKDAYS_IN_FULL } from './day';
import { travelMinutes, type Place } from './travel';
import { isCoveredIn, visitCycleOn } from './visit-cycle';
import type { AcademicYear } from './academic-year';
import { isBooked, isUnlogged, type PlannedVisit, type VisitKind } from './visit-state';

/** What may speak against a day, a visitor or a school; a person may go ahead knowingly. */
export const VISIT_WARNING_KEYS = [
  'visitor_busy',
  'visitor_too_far',
  'visitor_away',
  'visitor_calendar',
  'visitor_weekday',
  'day_full',
  'week_full',
  'day_offered',
  'school_holiday',
  'bank_holiday',
  'weekend',
  'planning_window',
  'school_unavailable',
  'school_closed',
  'already_covered',
  'visit_open',
] as const;
export type VisitWarningKey = (typeof VISIT_WARNING_KEYS)[number];

export interface VisitWarning {
  key: VisitWarningKey;
  /** One sentence: `Ada Lovelace is at Mill Lane School at 10:00 that day.` */
  message: string;
}

/** How long a visit is taken to last, in minutes. */
export const VISIT_MINUTES = 60;

/** Whether two visits of one visitor on one day get in each other's way; without a time they do not. */
export function visitTimesOverlap(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  return Math.abs(minutesOf(one) - minutesOf(other)) < VISIT_MINUTES;
}

/** @param time `HH:MM` */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

interface OtherVisit {
  schoolName: string;
  startTime: string | null;
  place: Place | null;
}

/** Who is to go, and how much they can take. */
export interface VisitorToJudge {
  name: string;
  /** As on record; null for what is only assumed of everybody, which nobody is warned of. */
  capacity: Pick<VisitorCapacity, 'perDay' | 'perWeek' | 'weekdays'> | null;
  isAway: boolean;
  /** That day, by their own calendar. */
  isBusy: boolean;
  /** Other visits in the week of that day. */
  weekVisits: number;
  /** Other schools that are offered that day and may still take it. */
  offeredTo?: readonly string[];
}

/** What is to be known of a plan to say what speaks against it. */
export interface PlanToJudge {
  kind: VisitKind;
  scheduledOn: Day | null;
  startTime: string | null;
  visitor: VisitorToJudge | null;
  /** The visitor's other scheduled or confirmed visits of that day. */
  otherVisits: readonly OtherVisit[];
  school: {
    name: string;
    closedOn: Day | null;
    closed: boolean;
    successorNames: readonly string[];
    phase: string | null;
    place: Place | null;
    /** 1 Monday to 7 Sunday. */
    neverWeekdays: readonly number[];
    unavailable: readonly UnavailableDays[];
  };
  /** Of the academic year of that day. */
  windows: readonly PlanningWindow[];
  /** The school's other visits that are neither made nor called off, by day, those without one last. */
  openVisits: readonly PlannedVisit[];
  /** Days of counting visits of the school and its predecessors. */
  countingVisitDays: readonly Day[];
  calendar: HubCalendar;
  firstCycleStartsIn: AcademicYear;
  today: Day;
}

/** Everything that speaks against a plan; empty when nothing does. */
export function visitWarnings(plan: PlanToJudge): VisitWarning[] {
  return [
    ...ofTheVisitor(plan),
    ...ofTheDay(plan),
    ...ofTheSchool(plan),
    ...ofTheCycle(plan),
    ...ofOpenVisits(plan),
  ];
}

function ofTheVisitor(plan: PlanToJudge): VisitWarning[] {
  const { visitor, otherVisits, startTime } = plan;
  const who = visitor?.name ?? 'The visitor';
  const busy = otherVisits.find((visit) => visitTimesOverlap(startTime, visit.startTime));
  if (busy) {
    const message = `${who} is at ${busy.schoolName} at ${busy.startTime} that day.`;
    return [{ key: 'visitor_busy', message }, ...ofTheirDays(plan)];
  }
  const far = otherVisits.flatMap((visit) => {
    const minutes = minutesShort(plan, visit);
    return minutes === null ? [] : [{ ...visit, minutes }];
  })[0];
  if (!far) return ofTheirDays(plan);
  const message = `${who} is at ${far.schoolName} at ${far.startTime} that day, about ${far.minutes} minutes away.`;
  return [{ key: 'visitor_too_far', message }, ...ofTheirDays(plan)];
}

/** Minutes between two schools, where there is no time for them between two visits; else null. */
function minutesShort({ startTime, school }: PlanToJudge, other: OtherVisit): number | null {
  if (startTime === null || other.startTime === null) return null;
  if (school.place === null || other.place === null) return null;
  const apart = Math.abs(minutesOf(startTime) - minutesOf(other.startTime)) - VISIT_MINUTES;
  const minutes = travelMinutes(school.place, other.place);
  return minutes > apart ? minutes : null;
}

/** Whether they visit on that day at all, and whether it has room. */
function ofTheirDays({ visitor, scheduledOn, otherVisits }: PlanToJudge): VisitWarning[] {
  if (visitor === null || scheduledOn === null) return [];
  const { name, capacity, isAway, isBusy, weekVisits, offeredTo = [] } = visitor;
  const warnings: VisitWarning[] = [];
  const day = formatDay(scheduledOn);
  if (isAway) warnings.push({ key: 'visitor_away', message: `${name} is away on ${day}.` });
  else if (isBusy) {
    const message = `${name} is busy in their own calendar on ${day}.`;
    warnings.push({ key: 'visitor_calendar', message });
  }
  if (capacity === null) return warnings;
  if (!capacity.weekdays.includes(weekday(scheduledOn))) {
    const message = `${name} does not visit on ${WEEKDAYS_IN_FULL[weekday(scheduledOn) - 1]}s.`;
    warnings.push({ key: 'visitor_weekday', message });
  }
  if (otherVisits.length >= capacity.perDay) {
    const message = `${name} has ${visits(otherVisits.length)} on ${day} already; ${capacity.perDay} a day is their most.`;
    warnings.push({ key: 'day_full', message });
  } else if (weekVisits >= capacity.perWeek) {
    const message = `${name} has ${visits(weekVisits)} in the week of ${day} already; ${capacity.perWeek} a week is their most.`;
    warnings.push({ key: 'week_full', message });
  }
  const taken = otherVisits.length;
  if (taken < capacity.perDay && taken + offeredTo.length >= capacity.perDay) {
    const message = `${name} is offered for ${day} to ${list(offeredTo)}, which may still take it.`;
    warnings.push({ key: 'day_offered', message });
  }
  return warnings;
}

const visits = (count: number): string => (count === 1 ? '1 visit' : `${count} visits`);

function ofTheDay({ scheduledOn, calendar }: PlanToJudge): VisitWarning[] {
  if (scheduledOn === null) return [];
  const kind = schoolDayKind(calendar, scheduledOn);
  if (kind === 'school_day') return [];
  const key = kind === 'holiday' ? 'school_holiday' : kind;
  const words = dayInWords(calendar, scheduledOn);
  const day = formatDay(scheduledOn);
  if (kind === 'weekend') return [{ key, message: `${day} is at the weekend.` }];
  if (kind === 'bank_holiday') return [{ key, message: `${day} is a bank holiday: ${words}.` }];
  return [{ key, message: `${day} is in the school holidays: ${words}.` }];
}

function ofTheSchool(plan: PlanToJudge): VisitWarning[] {
  return [...ofItsDays(plan), ...ofItsEnd(plan)];
}

/** What the school has said of its days, and when schools of its phase are not visited. */
function ofItsDays({ scheduledOn, school, windows }: PlanToJudge): VisitWarning[] {
  if (scheduledOn === null) return [];
  const day = formatDay(scheduledOn);
  const never = school.neverWeekdays.includes(weekday(scheduledOn));
  const cannot = school.unavailable.find(
    ({ from, to }) => scheduledOn >= from && scheduledOn <= to,
  );
  const window = windows.find((each) => isInWindow(each, scheduledOn, school.phase));
  const warnings: VisitWarning[] = [];
  if (cannot) {
    const message = `${school.name} cannot on ${day}: ${cannot.why}.`;
    warnings.push({ key: 'school_unavailable', message });
  } else if (never) {
    const message = `${school.name} never can on ${WEEKDAYS_IN_FULL[weekday(scheduledOn) - 1]}s.`;
    warnings.push({ key: 'school_unavailable', message });
  }
  if (window) {
    const schools = window.phases === null ? 'Schools' : 'Schools of its phase';
    const message = `${schools} are not visited on ${day}: ${window.words}.`;
    warnings.push({ key: 'planning_window', message });
  }
  return warnings;
}

function ofItsEnd({ school }: PlanToJudge): VisitWarning[] {
  if (!school.closed) return [];
  const since = school.closedOn === null ? 'is closed' : `closed on ${formatDay(school.closedOn)}`;
  const after =
    school.successorNames.length === 0 ? '' : ` It was followed by ${list(school.successorNames)}.`;
  return [{ key: 'school_closed', message: `${school.name} ${since}.${after}` }];
}

/** A follow-up is made because of a visit, so it is never one too many. */
function ofTheCycle(plan: PlanToJudge): VisitWarning[] {
  if (plan.kind !== 'cycle') return [];
  const span = visitCycleOn(plan.scheduledOn ?? plan.today, plan.firstCycleStartsIn);
  if (!isCoveredIn(span, plan.countingVisitDays)) return [];
  const inside = plan.countingVisitDays.filter((day) => isCoveredIn(span, [day])).sort();
  const message = `${plan.school.name} was visited in this cycle already, on ${formatDay(inside.at(-1) as Day)}.`;
  return [{ key: 'already_covered', message }];
}

/** A day given to one visit while another is open would make two of what may be meant as one. */
function ofOpenVisits({ scheduledOn, openVisits, today }: PlanToJudge): VisitWarning[] {
  if (scheduledOn === null || openVisits.length === 0) return [];
  const days = (wanted: (visit: PlannedVisit, today: Day) => boolean) =>
    openVisits.flatMap((visit) =>
      wanted(visit, today) && visit.scheduledOn !== null ? [formatDay(visit.scheduledOn)] : [],
    );
  const [booked, unlogged] = [days(isBooked), days(isUnlogged)];
  const sentences = [
    ...(booked.length > 0 ? [`A visit is already booked for ${list(booked)}.`] : []),
    ...(unlogged.length > 0 ? [`The visit of ${list(unlogged)} is not logged yet.`] : []),
    ...(openVisits.some(({ status }) => status === 'proposed')
      ? ['A visit is already proposed.']
      : []),
  ];
  return [{ key: 'visit_open', message: `${sentences.join(' ')} This would be another one.` }];
}

/** The warnings that nobody has accepted. */
export function notAccepted(
  warnings: readonly VisitWarning[],
  accepting: readonly VisitWarningKey[],
): VisitWarning[] {
  return warnings.filter(({ key }) => !accepting.includes(key));
}

const OVERRIDDEN: Record<VisitWarningKey, string> = {
  visitor_busy: 'the visitor had another visit at that time',
  visitor_too_far: 'the visitor could not get there in time from another visit',
  visitor_away: 'the visitor was away',
  visitor_calendar: 'the visitor was busy in their own calendar',
  visitor_weekday: 'the visitor does not visit on that weekday',
  day_full: 'the visitor had no room that day',
  week_full: 'the visitor had no room that week',
  day_offered: 'the visitor’s day was offered to another school',
  school_holiday: 'it is in the school holidays',
  bank_holiday: 'it is a bank holiday',
  weekend: 'it is at the weekend',
  planning_window: 'schools of its phase were not to be visited then',
  school_unavailable: 'the school had said it could not',
  school_closed: 'the school was closed',
  already_covered: 'the school was visited in this cycle already',
  visit_open: 'another visit to the school was open',
};

/** What somebody went ahead against, after "although". */
export const overriddenInWords = (key: VisitWarningKey): string => OVERRIDDEN[key];

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
