import { isInWindow } from '../capacity/planning-windows';
import { addMonths, isDay, mondayOf, weekday, type Day } from '../day';
import {
  halfTermOn,
  isWithin,
  placesWanted,
  type PlanLine,
  type PlanProblem,
  type PlanSchool,
  type PlanVisitor,
} from './problem';

/** P1: what no plan breaks. */
export const RULE_KEYS = [
  'day',
  'horizon',
  'snoozed',
  'closing',
  'too-soon',
  'window',
  'unavailable',
  'weekday',
  'region',
  'visitor-day',
  'visitor-away',
  'per-day',
  'per-week',
  'per-half-term',
  'twice',
  'wanted',
] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

/** A school is not visited before this day; null where it may be at once. */
export const notBefore = (
  { minMonthsBetween }: PlanProblem,
  { lastVisitedOn }: PlanSchool,
): Day | null => (lastVisitedOn === null ? null : addMonths(lastVisitedOn, minMonthsBetween));

/** Why a school day is none for a school: the first rule that forbids it, with its words. */
export interface Forbidding {
  key: RuleKey;
  /** `exam season`, `staff training day`; empty where the key says it all. */
  words: string;
}

/** What forbids a school's visit on a school day whoever visits; null where nothing does. */
export function schoolForbids(
  problem: PlanProblem,
  school: PlanSchool,
  day: Day,
): Forbidding | null {
  if (!isWithin(problem.horizon, day)) return { key: 'horizon', words: '' };
  if (school.closesOn != null && day >= school.closesOn) return { key: 'closing', words: '' };
  if (school.snoozed && day <= school.snoozed.until) {
    return { key: 'snoozed', words: school.snoozed.why };
  }
  const earliest = notBefore(problem, school);
  if (earliest !== null && day < earliest) return { key: 'too-soon', words: '' };
  const window = problem.windows.find((one) => isInWindow(one, day, school.phase));
  if (window) return { key: 'window', words: window.words };
  const away = school.unavailable.find((range) => isWithin(range, day));
  if (away) return { key: 'unavailable', words: away.why };
  if (school.notOnWeekdays.includes(weekday(day))) return { key: 'weekday', words: '' };
  return null;
}

/** What forbids a visitor a school day whatever is booked; null where nothing does. */
export function visitorForbids({ weekdays, away }: PlanVisitor, day: Day): RuleKey | null {
  if (!weekdays.includes(weekday(day))) return 'visitor-day';
  return away.some((range) => isWithin(range, day)) ? 'visitor-away' : null;
}

/** Whether a visitor makes visits at all: capacity nought in any respect passes them over. */
export const makesVisits = ({ perDay, perWeek, perHalfTerm, weekdays }: PlanVisitor): boolean =>
  perDay > 0 && perWeek > 0 && perHalfTerm > 0 && weekdays.length > 0;

export interface BrokenRule {
  key: RuleKey | 'school' | 'visitor';
  line: PlanLine;
}

/** Visits by visitor and day, week and half term, with what is held and booked. */
class Loads {
  private readonly counts = new Map<string, number>();

  constructor(private readonly problem: PlanProblem) {
    for (const { visitorId, date } of [...problem.held, ...problem.booked]) {
      if (visitorId !== null) this.add({ visitorId, date });
    }
    for (const { visitorId, date } of problem.kept ?? []) this.bump(`day ${date} ${visitorId}`);
  }

  private bump(key: string): number {
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }

  /** Counts a visit; how many there are then. */
  add({ visitorId, date }: Pick<PlanLine, 'visitorId' | 'date'>) {
    return {
      day: this.bump(`day ${date} ${visitorId}`),
      week: this.bump(`week ${mondayOf(date)} ${visitorId}`),
      halfTerm: this.bump(`half term ${halfTermOn(this.problem, date)} ${visitorId}`),
    };
  }
}

/**
 * P1: every rule that a plan breaks, line by line. A line that is too much breaks `per-day` and the like,
 * not those before it.
 */
export function brokenRules(problem: PlanProblem, plan: readonly PlanLine[]): BrokenRule[] {
  const schools = new Map(problem.schools.map((school) => [school.urn, school]));
  const visitors = new Map(problem.visitors.map((visitor) => [visitor.id, visitor]));
  const schoolDays = new Set(problem.schoolDays);
  const taken = new Set([...problem.held, ...problem.booked].map(({ urn }) => urn));
  const loads = new Loads(problem);
  const broken: BrokenRule[] = [];
  let counted = 0;
  for (const line of plan) {
    const say = (key: BrokenRule['key']) => broken.push({ key, line });
    const school = schools.get(line.urn);
    const visitor = visitors.get(line.visitorId);
    if (!school || !visitor) {
      say(school ? 'visitor' : 'school');
      continue;
    }
    if (!isDay(line.date)) {
      say('day');
      continue;
    }
    if (taken.has(line.urn)) {
      say('twice');
      continue;
    }
    taken.add(line.urn);
    counted += 1;
    if (!schoolDays.has(line.date)) say('day');
    const forbidding = schoolForbids(problem, school, line.date);
    if (forbidding) say(forbidding.key);
    if (!visitor.regionIds.includes(school.regionId)) say('region');
    const away = visitorForbids(visitor, line.date);
    if (away) say(away);
    const { day, week, halfTerm } = loads.add(line);
    if (day > visitor.perDay) say('per-day');
    if (week > visitor.perWeek) say('per-week');
    if (halfTerm > visitor.perHalfTerm) say('per-half-term');
    if (counted > placesWanted(problem)) say('wanted');
  }
  return broken;
}
