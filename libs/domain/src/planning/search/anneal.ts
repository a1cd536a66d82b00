import type { PlanModel } from '../model';
import { Moves } from './moves';
import type { Openings } from './openings';
import type { PlanState } from './state';

/** Kilometres by which a plan may get longer in one step, at first and in the end. */
const WARM = 8;
const COLD = 0.25;
/** How often the price of lateness is set anew. */
const PRICINGS = 400;
const FIRST_PRICE = 3;

export interface Annealing {
  steps: number;
  random: () => number;
  neighbours: readonly Int32Array[];
  /** Schools that may have a line. */
  candidates: readonly number[];
  /** Weighted half terms late that a plan may have; the search aims a little below. */
  lateLimit: number;
  /** Unevenness that a plan may have; left out, weeks are not looked at. */
  unevenLimit?: number;
  /** Kilometres, with those that stand for wishes, above which no plan gets for the sake of even weeks. */
  kmLimit?: number;
  warm?: number;
  /** Told the share of the steps that are done, 0 to 1, some hundred times. */
  reached?: (share: number) => void;
}

/** The best plan that was met: which trip each school has. */
export interface Found {
  tripOf: Int32Array;
  /** Kilometres with those that stand for wishes. */
  km: number;
  late: number;
  uneven: number;
}

/** A price in kilometres that rises while the plan is above a limit and falls while it is below. */
const priced = (price: number, isAbove: boolean): number =>
  isAbove ? Math.min(price * 1.04, 500) : Math.max(price / 1.04, 0.05);

/**
 * Simulated annealing with a fixed number of steps. Lateness, and unevenness where it is asked for, have prices.
 *
 * @returns the shortest plan within the limit; the one it began with where none was met
 */
export function anneal(state: PlanState, openings: Openings, how: Annealing): Found {
  const { steps, random, neighbours, candidates, lateLimit } = how;
  const { model } = state;
  const moves = new Moves(state, openings, random);
  const fixedDays = fixedDaysOfSchools(model, state, openings);
  const teams = teamsOf(model);
  const halfTerms = halfTermsToPlan(model);
  const warm = how.warm ?? WARM;
  const looksAtWeeks = how.unevenLimit !== undefined;
  const unevenLimit = how.unevenLimit ?? Infinity;
  let price = FIRST_PRICE;
  let weekPrice = looksAtWeeks ? FIRST_PRICE : 0;
  const cost = () =>
    state.km +
    state.extra +
    price * state.late +
    (looksAtWeeks ? weekPrice * state.weeks.off() : 0);
  let best: Found | null = null;
  const isAllPlaced = () => [1, 2, 3].every((b) => state.placed[b]! >= state.target[b]!);
  const keepBest = () => {
    if (!isAllPlaced() && best !== null) return;
    const uneven = looksAtWeeks ? state.weeks.unevenness() : 0;
    const met = { km: state.km + state.extra, late: state.late, uneven };
    if (best !== null && !isBetter(met, best, how)) return;
    best = { ...met, tripOf: state.tripOf.slice() };
  };
  keepBest();
  const first = best!;
  if (candidates.length === 0 || halfTerms.length === 0) return first;
  const every = Math.max(1, Math.floor(steps / PRICINGS));
  let temperature = warm;
  const pick = (count: number) => Math.floor(random() * count);
  const attempt = (): boolean => {
    const school = candidates[pick(candidates.length)]!;
    const team = teams[school]!;
    if (team.length === 0) return false;
    const kind = random();
    if (kind < 0.62) {
      const near = neighbours[school]!;
      if (near.length === 0) return false;
      const beside = near[Math.floor(random() * random() * near.length)]!;
      const trip = state.tripOf[beside]!;
      return trip >= 0 && moves.join(school, trip, beside);
    }
    if (kind < 0.66) {
      const days = fixedDays[school]!;
      return days.length > 0 && moves.join(school, days[pick(days.length)]!, -1);
    }
    const visitor = team[pick(team.length)]!;
    const halfTerm = halfTerms[pick(halfTerms.length)]!;
    if (kind < 0.8) return moves.shift(school, visitor, halfTerm);
    if (kind < 0.86) return moves.alone(school, visitor, halfTerm);
    if (kind < 0.94) {
      const near = neighbours[school]!;
      return near.length > 0 && moves.exchange(school, near[pick(near.length)]!);
    }
    const slot = visitor * model.halfTerms + halfTerm;
    const count = state.slotCount[slot]!;
    return count > 0 && moves.exchange(school, state.slots[slot * state.slotSize + pick(count)]!);
  };
  for (let step = 0; step < steps; step += 1) {
    if (step % every === 0) {
      how.reached?.(step / steps);
      temperature = warm * (COLD / warm) ** (step / steps);
      price = priced(price, state.late > lateLimit);
      if (looksAtWeeks) weekPrice = priced(weekPrice, state.weeks.unevenness() > unevenLimit);
    }
    const before = cost();
    if (!attempt()) {
      state.undo();
      continue;
    }
    const rise = cost() - before;
    if (rise <= 0 || random() < Math.exp(-rise / temperature)) state.keep();
    else state.undo();
    if (step % 64 === 0 && temperature < 2) keepBest();
  }
  keepBest();
  return best ?? first;
}

/** Whether a plan is better than another: less above the limits, lateness first, then shorter. */
function isBetter(one: Omit<Found, 'tripOf'>, other: Omit<Found, 'tripOf'>, how: Annealing) {
  const { lateLimit, kmLimit = Infinity, unevenLimit = Infinity } = how;
  const byLate = Math.max(one.late, lateLimit) - Math.max(other.late, lateLimit);
  if (byLate !== 0) return byLate < 0;
  const byKm = Math.max(one.km, kmLimit) - Math.max(other.km, kmLimit);
  if (kmLimit < Infinity && byKm !== 0) return byKm < 0;
  const byWeeks = Math.max(one.uneven, unevenLimit) - Math.max(other.uneven, unevenLimit);
  if (unevenLimit < Infinity && byWeeks !== 0) return byWeeks < 0;
  return one.km < other.km - 1e-9;
}

function teamsOf({ schools, visitors, visits }: PlanModel): number[][] {
  return schools.map((_, s) =>
    visitors.flatMap((__, v) => (visits[v * schools.length + s] === 1 ? [v] : [])),
  );
}

const halfTermsToPlan = ({ halfTerms, firstHalfTerm }: PlanModel): number[] =>
  Array.from({ length: Math.max(0, halfTerms - firstHalfTerm) }, (_, i) => firstHalfTerm + i);

/** The booked days that a school could join with the least way, at most six. */
function fixedDaysOfSchools(model: PlanModel, state: PlanState, openings: Openings): number[][] {
  const trips = model.fixedDays.map(({ visitor, day }) => visitor * model.days.length + day);
  return model.schools.map((_, s) =>
    trips
      .map((trip, fixed) => ({ trip, fixed }))
      .filter(
        ({ trip }) =>
          openings.visits(state.visitorOf(trip), s) &&
          openings.worksOn(trip) &&
          openings.isOpen(s, trip) &&
          openings.freeSeats(trip) >= 1 &&
          openings.freeInWeek(trip) >= 1,
      )
      .map(({ trip, fixed }) => ({ trip, km: state.joining(fixed, s) }))
      .sort((a, b) => a.km - b.km || a.trip - b.trip)
      .slice(0, 6)
      .map(({ trip }) => trip),
  );
}
