import { mondayOf, weekday, type Day } from '../day';
import { firstHalfTerm, halfTermsLate, weightOf } from './lateness';
import { kmBetween, placesOf, wayRound } from './places';
import {
  fixedUrns,
  halfTermOn,
  isWithin,
  placesWanted,
  type GridPlace,
  type PlanProblem,
  type PlanSchool,
  type PlanVisitor,
} from './problem';
import { makesVisits, schoolForbids, visitorForbids } from './rules';

/** A visitor's day that has stops already which no search may move: booked visits and locked lines. */
export interface FixedDay {
  visitor: number;
  day: number;
  stops: GridPlace[];
  /** Kilometres of its way without any school more. */
  km: number;
}

/**
 * A problem made ready for computing. Schools are those that may still be placed, by their place in `schools`;
 * visitors, days, weeks and half terms are numbered from 0. Sets of days are bits, `words` of 32 a half term.
 */
export interface PlanModel {
  problem: PlanProblem;
  schools: PlanSchool[];
  visitors: readonly PlanVisitor[];
  days: Day[];
  halfTerms: number;
  firstHalfTerm: number;
  weeks: number;
  words: number;
  halfTermOfDay: Int32Array;
  weekOfDay: Int32Array;
  /** The first day of each half term, and after the last one the number of days. */
  firstDay: Int32Array;
  /** Bits: days on which a school can, by school and half term. */
  schoolDays: Int32Array;
  /** Bits: days on which a visitor visits, by visitor and half term. */
  visitorDays: Int32Array;
  /** 1 where a visitor looks after a school, by visitor and school. */
  visits: Uint8Array;
  /** Held, booked and locked: visits by visitor and day, week, half term. */
  dayLoad: Int32Array;
  weekLoad: Int32Array;
  halfTermLoad: Int32Array;
  fixedDays: FixedDay[];
  /** The number of a fixed day by visitor and day; -1 where there is none. */
  fixedDayAt: Int32Array;
  places: GridPlace[];
  /** Kilometres between schools, and from where visitors start. */
  between: Float32Array;
  fromBase: Float32Array;
  /** Weighted lateness by school and half term; the last is that of being left out. */
  late: Float64Array;
  /** Lines that may be placed beside the locked ones. */
  room: number;
}

/** @throws RangeError for a day that is none */
export function modelOf(problem: PlanProblem): PlanModel {
  const { visitors } = problem;
  const halfTerms = problem.halfTerms.length;
  const fixed = fixedUrns(problem);
  const schools = problem.schools.filter(({ urn }) => !fixed.has(urn));
  const days = [...new Set(problem.schoolDays)]
    .filter((day) => isWithin(problem.horizon, day) && halfTermOn(problem, day) >= 0)
    .sort();
  const mondays = days.map(mondayOf);
  const weekNumbers = new Map([...new Set(mondays)].map((monday, i) => [monday, i]));
  const halfTermOfDay = Int32Array.from(days, (day) => halfTermOn(problem, day));
  const firstDay = Int32Array.from({ length: halfTerms + 1 }, (_, t) => {
    const first = halfTermOfDay.findIndex((at) => at >= t);
    return first === -1 ? days.length : first;
  });
  let longest = 1;
  for (let t = 0; t < halfTerms; t += 1) {
    longest = Math.max(longest, firstDay[t + 1]! - firstDay[t]!);
  }
  const words = Math.ceil(longest / 32);
  const bits = (count: number, isOpen: (at: number, day: Day) => boolean) => {
    const all = new Int32Array(count * halfTerms * words);
    for (let at = 0; at < count; at += 1) {
      for (let k = 0; k < days.length; k += 1) {
        if (!isOpen(at, days[k]!)) continue;
        const inHalfTerm = k - firstDay[halfTermOfDay[k]!]!;
        const word = (at * halfTerms + halfTermOfDay[k]!) * words + (inHalfTerm >> 5);
        all[word]! |= 1 << (inHalfTerm & 31);
      }
    }
    return all;
  };
  const allPlaces = placesOf(problem);
  const places = schools.map(({ urn }) => allPlaces.get(urn)!);
  const between = new Float32Array(schools.length ** 2);
  for (let a = 0; a < schools.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const km = kmBetween(places[a]!, places[b]!, problem.roadFactor);
      between[a * schools.length + b] = km;
      between[b * schools.length + a] = km;
    }
  }
  const fromBase = new Float32Array(visitors.length * schools.length);
  const visits = new Uint8Array(visitors.length * schools.length);
  visitors.forEach((visitor, v) => {
    schools.forEach(({ regionId }, s) => {
      const at = v * schools.length + s;
      fromBase[at] = kmBetween(visitor.base, places[s]!, problem.roadFactor);
      visits[at] = makesVisits(visitor) && visitor.regionIds.includes(regionId) ? 1 : 0;
    });
  });
  const late = new Float64Array(schools.length * (halfTerms + 1));
  schools.forEach((school, s) => {
    for (let t = 0; t <= halfTerms; t += 1) {
      const day = problem.halfTerms[t]?.from ?? null;
      late[s * (halfTerms + 1) + t] = weightOf(school) * halfTermsLate(problem, school, day);
    }
  });
  return {
    problem,
    schools,
    visitors,
    days,
    halfTerms,
    firstHalfTerm: firstHalfTerm(problem),
    weeks: weekNumbers.size,
    words,
    halfTermOfDay,
    weekOfDay: Int32Array.from(mondays, (monday) => weekNumbers.get(monday)!),
    firstDay,
    schoolDays: openDays(problem, schools, bits),
    visitorDays: bits(
      visitors.length,
      (v, day) => makesVisits(visitors[v]!) && visitorForbids(visitors[v]!, day) === null,
    ),
    visits,
    ...loadsOf(problem, days, weekNumbers),
    ...fixedDaysOf(problem, days, allPlaces),
    places,
    between,
    fromBase,
    late,
    room: Math.max(0, placesWanted(problem) - (problem.locked?.length ?? 0)),
  };
}

/** Schools with the same rules share their days: most have none of their own but a few days off. */
function openDays(
  problem: PlanProblem,
  schools: readonly PlanSchool[],
  bits: (count: number, isOpen: (at: number, day: Day) => boolean) => Int32Array,
): Int32Array {
  const closedByWindow = new Map<string, Set<Day>>();
  for (const phase of new Set(schools.map((school) => school.phase))) {
    const windows = problem.windows.filter(
      ({ phases }) => phases === null || phases.includes(phase),
    );
    closedByWindow.set(
      phase,
      new Set(problem.schoolDays.filter((day) => windows.some((one) => isWithin(one, day)))),
    );
  }
  const weekdays = new Map(problem.schoolDays.map((day) => [day, weekday(day)]));
  return bits(schools.length, (s, day) => {
    const school = schools[s]!;
    // The quick half of `schoolForbids`, which is asked of a quarter of a million pairs.
    if (closedByWindow.get(school.phase)!.has(day)) return false;
    if (school.notOnWeekdays.includes(weekdays.get(day)!)) return false;
    return schoolForbids(problem, school, day) === null;
  });
}

function loadsOf(problem: PlanProblem, days: readonly Day[], weekNumbers: Map<Day, number>) {
  const { visitors, halfTerms } = problem;
  const numbers = new Map(visitors.map(({ id }, v) => [id, v]));
  const dayNumbers = new Map(days.map((day, k) => [day, k]));
  const dayLoad = new Int32Array(visitors.length * days.length);
  const weekLoad = new Int32Array(visitors.length * weekNumbers.size);
  const halfTermLoad = new Int32Array(visitors.length * halfTerms.length);
  for (const { visitorId, date } of [
    ...problem.held,
    ...problem.booked,
    ...(problem.locked ?? []),
  ]) {
    const v = visitorId === null ? undefined : numbers.get(visitorId);
    if (v === undefined) continue;
    const k = dayNumbers.get(date);
    const w = weekNumbers.get(mondayOf(date));
    const t = halfTermOn(problem, date);
    if (k !== undefined) dayLoad[v * days.length + k]! += 1;
    if (w !== undefined) weekLoad[v * weekNumbers.size + w]! += 1;
    if (t >= 0) halfTermLoad[v * halfTerms.length + t]! += 1;
  }
  for (const { visitorId, date } of problem.kept ?? []) {
    const [v, k] = [numbers.get(visitorId), dayNumbers.get(date)];
    if (v !== undefined && k !== undefined) dayLoad[v * days.length + k]! += 1;
  }
  return { dayLoad, weekLoad, halfTermLoad };
}

function fixedDaysOf(
  problem: PlanProblem,
  days: readonly Day[],
  places: ReadonlyMap<number, GridPlace>,
) {
  const { visitors, roadFactor } = problem;
  const fixedDays: FixedDay[] = [];
  const fixedDayAt = new Int32Array(visitors.length * days.length).fill(-1);
  for (const { urn, visitorId, date } of [...problem.booked, ...(problem.locked ?? [])]) {
    const visitor = visitors.findIndex(({ id }) => id === visitorId);
    const day = days.indexOf(date);
    const place = places.get(urn);
    if (visitor === -1 || day === -1 || !place || date < problem.asOf) continue;
    const at = visitor * days.length + day;
    if (fixedDayAt[at] === -1) {
      fixedDayAt[at] = fixedDays.length;
      fixedDays.push({ visitor, day, stops: [], km: 0 });
    }
    fixedDays[fixedDayAt[at]!]!.stops.push(place);
  }
  for (const fixedDay of fixedDays) {
    fixedDay.km = wayRound(visitors[fixedDay.visitor]!.base, fixedDay.stops, roadFactor);
  }
  return { fixedDays, fixedDayAt };
}
