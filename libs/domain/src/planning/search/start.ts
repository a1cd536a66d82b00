import type { Placing } from '../coverage';
import type { Openings } from './openings';
import type { PlanState } from './state';

/**
 * A first plan: the placings of the flow get their days, nearest schools together. What finds no day stays
 * without one, for the search to place.
 */
export function placeFirst(
  state: PlanState,
  openings: Openings,
  placings: readonly Placing[],
): void {
  const { model } = state;
  const n = model.schools.length;
  const bySlot = new Map<number, number[]>();
  for (const { school, visitor, halfTerm } of placings) {
    const slot = visitor * model.halfTerms + halfTerm;
    const list = bySlot.get(slot);
    if (list) list.push(school);
    else bySlot.set(slot, [school]);
  }
  for (const [slot, schools] of bySlot) {
    const visitor = Math.floor(slot / model.halfTerms);
    const halfTerm = slot % model.halfTerms;
    const waiting = new Set(schools);
    while (waiting.size > 0) {
      const [first] = waiting;
      waiting.delete(first!);
      const nearest = [...waiting].sort(
        (a, b) => model.between[first! * n + a]! - model.between[first! * n + b]!,
      );
      const partner = nearest.find(
        (other) => openings.emptyDay([first!, other], visitor, halfTerm, 0) >= 0,
      );
      const group = partner === undefined ? [first!] : [first!, partner];
      const trip = openings.emptyDay(group, visitor, halfTerm, 0);
      if (partner !== undefined) waiting.delete(partner);
      if (trip >= 0) for (const school of group) state.move(school, trip);
      else sitSomewhere(state, openings, first!, visitor, halfTerm);
    }
  }
  state.keep();
}

/** A seat on any day of the half term, a fixed one too. */
function sitSomewhere(
  state: PlanState,
  openings: Openings,
  school: number,
  visitor: number,
  halfTerm: number,
): void {
  const { firstDay, days } = state.model;
  if (openings.freeInSlot(visitor, halfTerm) < 1) return;
  for (let day = firstDay[halfTerm]!; day < firstDay[halfTerm + 1]!; day += 1) {
    const trip = visitor * days.length + day;
    if (!openings.isOpen(school, trip) || !openings.worksOn(trip)) continue;
    if (openings.freeSeats(trip) < 1 || openings.freeInWeek(trip) < 1) continue;
    state.move(school, trip);
    return;
  }
}
