import { dayInWords, schoolDayKind, type HubCalendar } from './calendar/hub-calendar';
import { formatDay, type Day } from './day';
import { isCoveredIn, visitCycleOn } from './visit-cycle';
import type { AcademicYear } from './academic-year';
import { isBooked, isUnlogged, type PlannedVisit, type VisitKind } from './visit-state';

/** What may speak against a day, a visitor or a school; a person may go ahead knowingly. */
export const VISIT_WARNING_KEYS = [
  'visitor_busy',
  'school_holiday',
  'bank_holiday',
  'weekend',
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

/** What is to be known of a plan to say what speaks against it. */
export interface PlanToJudge {
  kind: VisitKind;
  scheduledOn: Day | null;
  startTime: string | null;
  visitorName: string | null;
  /** The visitor's other scheduled or confirmed visits of that day. */
  otherVisits: readonly { schoolName: string; startTime: string | null }[];
  school: {
    name: string;
    closedOn: Day | null;
    closed: boolean;
    successorNames: readonly string[];
  };
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

function ofTheVisitor({ startTime, visitorName, otherVisits }: PlanToJudge): VisitWarning[] {
  const other = otherVisits.find((visit) => visitTimesOverlap(startTime, visit.startTime));
  if (!other) return [];
  const who = visitorName ?? 'The visitor';
  const message = `${who} is at ${other.schoolName} at ${other.startTime} that day.`;
  return [{ key: 'visitor_busy', message }];
}

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

function ofTheSchool({ school }: PlanToJudge): VisitWarning[] {
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
  school_holiday: 'it is in the school holidays',
  bank_holiday: 'it is a bank holiday',
  weekend: 'it is at the weekend',
  school_closed: 'the school was closed',
  already_covered: 'the school was visited in this cycle already',
  visit_open: 'another visit to the school was open',
};

/** What somebody went ahead against, after "although". */
export const overriddenInWords = (key: VisitWarningKey): string => OVERRIDDEN[key];

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
