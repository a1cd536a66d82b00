import { bookingsNeeded } from '../cancellations';
import { isWithin } from '../problem';
import type { Candidate, CycleProblem } from './cycle-problem';

/** A booking that stands when the runs begin. */
interface Booking {
  /** Its place among the candidates; -1 for a school that is covered already. */
  candidate: number;
  /** -1 for nobody, or somebody who makes no visits any longer. */
  visitor: number;
}

/** What is the same in each run. */
export interface CycleRuns {
  problem: CycleProblem;
  candidates: readonly Candidate[];
  /** By half term. */
  bookings: Booking[][];
  /** By half term: whether it is the first of its year. */
  opensYear: boolean[];
  /** By candidate, as in `Candidate`; plain numbers, for 500 runs over every school of England. */
  first: Int16Array;
  last: Int16Array;
  urns: Int32Array;
  /** By candidate, its place among the teams. */
  team: Int32Array;
  /** Visitors of each team. */
  teams: readonly (readonly number[])[];
  /** By candidate: 1 where it is booked when the runs begin. */
  isBooked: Uint8Array;
}

export function runsOf(problem: CycleProblem, candidates: readonly Candidate[]): CycleRuns {
  const { halfTerms } = problem;
  const places = new Map(candidates.map(({ school }, at) => [school.urn, at]));
  const people = new Map(problem.visitors.map(({ id }, at) => [id, at]));
  const bookings = halfTerms.map((): Booking[] => []);
  const taken = new Set<number>();
  for (const { urn, date, visitorId } of [...problem.booked].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.urn - b.urn,
  )) {
    const at = halfTerms.findIndex((halfTerm) => isWithin(halfTerm, date));
    // A day in a holiday belongs to the half term after it.
    const t = at === -1 ? halfTerms.findIndex(({ from }) => from > date) : at;
    const candidate = places.get(urn) ?? -1;
    if (t === -1 || taken.has(candidate)) continue;
    if (candidate >= 0) taken.add(candidate);
    bookings[t]!.push({ candidate, visitor: people.get(visitorId ?? '') ?? -1 });
  }
  const opensYear = halfTerms.map(({ year }, t) => halfTerms[t - 1]?.year !== year);
  const teams = [...new Set(candidates.map(({ visitors }) => visitors))];
  const teamAt = new Map(teams.map((team, at) => [team, at]));
  return {
    ...{ problem, candidates, bookings, opensYear, teams },
    urns: Int32Array.from(candidates, ({ school }) => school.urn),
    team: Int32Array.from(candidates, ({ visitors }) => teamAt.get(visitors)!),
    first: Int16Array.from(candidates, (candidate) => candidate.first),
    last: Int16Array.from(candidates, (candidate) => candidate.last),
    isBooked: Uint8Array.from(candidates, (_, at) => (taken.has(at) ? 1 : 0)),
  };
}

/** Whether the nth booking of a candidate falls through. */
export type FallsThrough = (candidate: number, attempt: number) => boolean;

/**
 * Half term after half term: what is booked takes its place, the rest is filled in order, and what falls through
 * waits for a later one.
 *
 * @param fallsThrough left out, nothing does, and only years after the first are filled: the outline
 * @returns by candidate the half term of its visit; -1 without one
 */
export function runCycle(runs: CycleRuns, fallsThrough?: FallsThrough): Int16Array {
  const { problem, candidates, bookings, opensYear, last, team, teams } = runs;
  const { halfTerms, cancelShare } = problem;
  const visitedAt = new Int16Array(candidates.length).fill(-1);
  const first = runs.first.slice();
  const isBooked = runs.isBooked.slice();
  const attempts = new Uint8Array(candidates.length);
  const waiting = Int32Array.from(candidates.keys());
  let waits = waiting.length;
  let toHold = 0;
  for (let t = 0; t < halfTerms.length; t += 1) {
    const { year } = halfTerms[t]!;
    if (opensYear[t]) toHold = problem.toHold[year] ?? 0;
    const room = Int32Array.from(halfTerms[t]!.room);
    const placed: number[] = [];
    let others = 0;
    for (const { candidate, visitor } of bookings[t]!) {
      if (visitor >= 0) room[visitor]! -= 1;
      if (candidate >= 0) placed.push(candidate);
      else others += 1;
    }
    toHold -= others * (1 - cancelShare);
    let ahead = placed.length;
    for (let u = t + 1; u < halfTerms.length && !opensYear[u]; u += 1) {
      ahead += bookings[u]!.length;
    }
    const isFilled = fallsThrough !== undefined || year !== halfTerms[0]!.year;
    let left = isFilled ? bookingsNeeded(Math.max(0, toHold), cancelShare) - ahead : 0;
    let free = room.reduce((sum, each) => sum + Math.max(0, each), 0);
    for (let i = 0; i < waits && left > 0 && free > 0; i += 1) {
      const at = waiting[i]!;
      if (isBooked[at] || first[at]! > t || last[at]! < t) continue;
      const visitor = roomiest(teams[team[at]!]!, room);
      if (visitor === -1) continue;
      room[visitor]! -= 1;
      isBooked[at] = 1;
      placed.push(at);
      left -= 1;
      free -= 1;
    }
    for (const at of placed) {
      if (fallsThrough?.(at, attempts[at]!)) {
        attempts[at]! += 1;
        isBooked[at] = 0;
        first[at] = Math.max(first[at]!, t + 1);
      } else {
        visitedAt[at] = t;
        toHold -= fallsThrough ? 1 : 1 - cancelShare;
      }
    }
    let kept = 0;
    for (let i = 0; i < waits; i += 1) {
      const at = waiting[i]!;
      if (visitedAt[at] === -1) waiting[kept++] = at;
    }
    waits = kept;
  }
  return visitedAt;
}

function roomiest(visitors: readonly number[], room: Int32Array): number {
  let best = -1;
  for (const visitor of visitors) {
    if (room[visitor]! > 0 && (best === -1 || room[visitor]! > room[best]!)) best = visitor;
  }
  return best;
}
