import { weekday } from '../../day';
import type { Openings } from './openings';
import type { PlanState } from './state';

/** What stands against one visit too many in a week: a school's wished weekday missed, another day than before. */
const MISSED_WISH = 0.12;
const OTHER_DAY = 0.2;
const WARM = 1;
const COLD = 0.02;

/**
 * P5: trips change days inside their half term, so that weeks get even and wished weekdays are met. Nobody's half
 * term, visitor or companion changes, so neither do kilometres nor lateness.
 */
export function evenDays(
  state: PlanState,
  openings: Openings,
  how: { steps: number; random: () => number; warm?: number },
): void {
  const { model, weeks } = state;
  const { weekOfDay } = weeks;
  const nDays = model.days.length;
  const warm = how.warm ?? WARM;
  const dislike = dislikesOf(state);
  const pick = (count: number) => Math.floor(how.random() * count);
  const placed = [...state.tripOf.keys()].filter((school) => state.tripOf[school]! >= 0);
  /** What a group of schools costs on a day rather than on another. */
  const change = (group: readonly number[], from: number, to: number) => {
    let sum = 0;
    for (const s of group) sum += dislike[s * nDays + to]! - dislike[s * nDays + from]!;
    return sum;
  };
  const ridersOf = (trip: number): number[] => [
    ...state.riders.subarray(trip * state.seats, trip * state.seats + state.count[trip]!),
  ];
  let temperature = warm;
  const isTaken = (rise: number) => rise <= 0 || how.random() < Math.exp(-rise / temperature);

  const swap = (trip: number, other: number): void => {
    const group = ridersOf(trip);
    const others = ridersOf(other);
    if (group.some((s) => !openings.isOpen(s, other))) return;
    if (others.some((s) => !openings.isOpen(s, trip))) return;
    const [day, otherDay] = [trip % nDays, other % nDays];
    const [week, otherWeek] = [weekOfDay[day]!, weekOfDay[otherDay]!];
    const more = others.length - group.length;
    let rise = change(group, day, otherDay) + change(others, otherDay, day);
    if (week !== otherWeek) {
      rise += weeks.offIn(week, more) - weeks.offIn(week);
      rise += weeks.offIn(otherWeek, -more) - weeks.offIn(otherWeek);
      const room = more > 0 ? openings.freeInWeek(trip) : openings.freeInWeek(other);
      if (room < Math.abs(more)) return;
    }
    if (!isTaken(rise)) return;
    for (const s of [...group, ...others]) state.move(s, -1);
    for (const s of group) state.move(s, other);
    for (const s of others) state.move(s, trip);
    state.keep();
  };

  const toEmptyDay = (trip: number): void => {
    const group = ridersOf(trip);
    const week = weekOfDay[trip % nDays]!;
    const halfTerm = state.halfTermOf(trip);
    const offBefore = weeks.offIn(week);
    for (const s of group) state.move(s, -1);
    const to = openings.emptyDay(group, state.visitorOf(trip), halfTerm, pick(64));
    if (to === -1) return state.undo();
    const toWeek = weekOfDay[to % nDays]!;
    for (const s of group) state.move(s, to);
    let rise = change(group, trip % nDays, to % nDays);
    if (toWeek !== week) {
      rise += weeks.offIn(week) - offBefore;
      rise += weeks.offIn(toWeek) - weeks.offIn(toWeek, -group.length);
    }
    if (isTaken(rise)) state.keep();
    else state.undo();
  };

  for (let step = 0; step < how.steps && placed.length > 0; step += 1) {
    if (step % 256 === 0) temperature = warm * (COLD / warm) ** (step / how.steps);
    const trip = state.tripOf[placed[pick(placed.length)]!]!;
    if (!openings.isMovable(trip)) continue;
    const slot = state.slotOf(trip);
    const rider = state.slots[slot * state.slotSize + pick(state.slotCount[slot]!)]!;
    const other = state.tripOf[rider]!;
    if (other !== trip && openings.isMovable(other) && how.random() < 0.5) swap(trip, other);
    else toEmptyDay(trip);
  }
}

/** What is against a day for a school, by school and day. */
function dislikesOf({ model }: PlanState): Float32Array {
  const { schools, days, problem } = model;
  const weekdays = days.map(weekday);
  const before = new Map((problem.previous ?? []).map(({ urn, date }) => [urn, date]));
  const dislike = new Float32Array(schools.length * days.length);
  schools.forEach(({ urn, prefersWeekdays }, s) => {
    const dayBefore = before.get(urn);
    days.forEach((day, k) => {
      const isWished = prefersWeekdays.length === 0 || prefersWeekdays.includes(weekdays[k]!);
      const isOther = dayBefore !== undefined && dayBefore !== day;
      dislike[s * days.length + k] = (isWished ? 0 : MISSED_WISH) + (isOther ? OTHER_DAY : 0);
    });
  });
  return dislike;
}
