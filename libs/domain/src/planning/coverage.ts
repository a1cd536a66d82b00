import { MinCostFlow } from './min-cost-flow';
import type { PlanModel } from './model';
import type { PlanBand } from './problem';

/** Lateness is counted in fractions of a half term so small that the flow's costs are whole numbers. */
const UNIT = 1e5;
/**
 * What placing a school saves, by its band. No path of the flow places more than one, so that it is enough for each to
 * outweigh the next and whatever lateness a path can move.
 */
const WORTH: Record<PlanBand, number> = { 1: 1e13, 2: 1e11, 3: 1e9 };

/** A school's half term and visitor, without a day. */
export interface Placing {
  school: number;
  visitor: number;
  halfTerm: number;
}

export interface Coverage {
  /** How many schools of each band can be placed at most: of band 1, then of 2, then of 3. */
  placed: Record<PlanBand, number>;
  /** The least weighted lateness of a plan that places so many, in half terms. */
  late: number;
  /** One way to have both; which days are free for it is not yet asked. */
  placings: Placing[];
}

/** Whether a visitor has a day in a half term on which one school more can be visited. */
export function hasDay(model: PlanModel, school: number, visitor: number, halfTerm: number) {
  const { words, halfTerms, firstDay, days, weeks } = model;
  const { perDay, perWeek } = model.visitors[visitor]!;
  for (let word = 0; word < words; word += 1) {
    let open =
      model.schoolDays[(school * halfTerms + halfTerm) * words + word]! &
      model.visitorDays[(visitor * halfTerms + halfTerm) * words + word]!;
    while (open !== 0) {
      const bit = 31 - Math.clz32(open & -open);
      const day = firstDay[halfTerm]! + word * 32 + bit;
      const isFree =
        model.dayLoad[visitor * days.length + day]! < perDay &&
        model.weekLoad[visitor * weeks + model.weekOfDay[day]!]! < perWeek;
      if (isFree) return true;
      open &= open - 1;
    }
  }
  return false;
}

/** Visits that a visitor can still take in a half term: by the half term, and by its weeks and days. */
export function roomInHalfTerm(model: PlanModel, visitor: number, halfTerm: number): number {
  const { perDay, perWeek, perHalfTerm } = model.visitors[visitor]!;
  const { firstDay, days, weeks, words, halfTerms } = model;
  const byWeek = new Map<number, number>();
  for (let day = firstDay[halfTerm]!; day < firstDay[halfTerm + 1]!; day += 1) {
    const at = day - firstDay[halfTerm]!;
    const word = model.visitorDays[(visitor * halfTerms + halfTerm) * words + (at >> 5)]!;
    if ((word & (1 << (at & 31))) === 0) continue;
    const week = model.weekOfDay[day]!;
    const free = Math.max(0, perDay - model.dayLoad[visitor * days.length + day]!);
    byWeek.set(week, (byWeek.get(week) ?? 0) + free);
  }
  let room = 0;
  for (const [week, free] of byWeek) {
    room += Math.min(free, Math.max(0, perWeek - model.weekLoad[visitor * weeks + week]!));
  }
  const left = perHalfTerm - model.halfTermLoad[visitor * halfTerms + halfTerm]!;
  return Math.max(0, Math.min(room, left));
}

/**
 * P2 and P3, exactly: the most schools that can be placed, band by band, and the least lateness then. Half terms
 * and visitors are a transport problem, which a cheapest flow solves.
 *
 * @param bonus what a placing is worth beside its lateness, in weighted half terms; it moves the placings, and
 *   then `late` is not the least
 */
export function coverageOf(
  model: PlanModel,
  bonus?: (school: number, visitor: number, halfTerm: number) => number,
): Coverage {
  const { schools, visitors, halfTerms } = model;
  const slots = visitors.length * halfTerms;
  const source = schools.length + slots;
  const sink = source + 1;
  const flow = new MinCostFlow(sink + 1);
  const slotAt = (visitor: number, halfTerm: number) =>
    schools.length + visitor * halfTerms + halfTerm;
  visitors.forEach((_, visitor) => {
    for (let t = model.firstHalfTerm; t < halfTerms; t += 1) {
      const room = roomInHalfTerm(model, visitor, t);
      if (room > 0) flow.addEdge(slotAt(visitor, t), sink, room, 0);
    }
  });
  const edges: (Placing & { edge: number })[] = [];
  const soonest = bySoonest(model);
  schools.forEach(({ band }, school) => {
    const leftOut = model.late[school * (halfTerms + 1) + halfTerms]!;
    let isReachable = false;
    for (let visitor = 0; visitor < visitors.length; visitor += 1) {
      if (model.visits[visitor * schools.length + school] === 0) continue;
      for (let t = model.firstHalfTerm; t < halfTerms; t += 1) {
        if (!hasDay(model, school, visitor, t)) continue;
        isReachable = true;
        const saved = leftOut - model.late[school * (halfTerms + 1) + t]!;
        const worth = saved + (bonus?.(school, visitor, t) ?? 0);
        const edge = flow.addEdge(school, slotAt(visitor, t), 1, -Math.round(worth * UNIT));
        edges.push({ school, visitor, halfTerm: t, edge });
      }
    }
    // Of band 3, which is never late, those due soonest.
    const cost = band === 3 ? -WORTH[3] + soonest.get(school)! : -WORTH[band];
    if (isReachable) flow.addEdge(source, school, 1, cost);
  });
  flow.run(source, sink, model.room);
  const placings = edges.filter(({ edge }) => flow.flowOn(edge) > 0);
  const placed: Record<PlanBand, number> = { 1: 0, 2: 0, 3: 0 };
  let late = 0;
  schools.forEach((_, s) => (late += model.late[s * (halfTerms + 1) + halfTerms]!));
  for (const { school, halfTerm } of placings) {
    placed[schools[school]!.band] += 1;
    late += model.late[school * (halfTerms + 1) + halfTerm]!;
    late -= model.late[school * (halfTerms + 1) + halfTerms]!;
  }
  return {
    placed,
    late,
    placings: placings.map(({ school, visitor, halfTerm }) => ({ school, visitor, halfTerm })),
  };
}

/** Schools of band 3 with their place among them by the day they are due, those due soonest first. */
export function bySoonest({ schools }: PlanModel): Map<number, number> {
  const third = schools.flatMap(({ band }, s) => (band === 3 ? [s] : []));
  const dueOn = (s: number) => schools[s]!.dueOn ?? '';
  third.sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a - b));
  return new Map(third.map((s, place) => [s, place]));
}
