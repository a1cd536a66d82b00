import { roomInHalfTerm } from './coverage';
import { modelOf } from './model';
import type { PlanProblem } from './problem';

/** P7: the share of bookings expected to fall through until a hub has a share of its own. */
export const FIRST_CANCEL_SHARE = 0.12;
/** Bookings that a hub's own share stands on at least. */
const BOOKINGS_TO_GO_BY = 100;

/** P7: the hub's own share of the last two years, once enough bookings have passed. */
export const cancelShareOf = (bookings: number, fellThrough: number): number =>
  bookings < BOOKINGS_TO_GO_BY ? FIRST_CANCEL_SHARE : fellThrough / bookings;

/** P7: bookings that are needed so that so many visits are held, rounded up. */
export function bookingsNeeded(toBeHeld: number, cancelShare: number): number {
  if (!(cancelShare >= 0 && cancelShare < 1)) {
    throw new RangeError(`A share is from 0 to below 1, and this is ${cancelShare}.`);
  }
  // The hair keeps what should be whole from being rounded up by one.
  return Math.max(0, Math.ceil(toBeHeld / (1 - cancelShare) - 1e-9));
}

/** Visits that each visitor can still take in the rest of the year, whatever schools can; by id. */
export function roomByVisitor(problem: PlanProblem): Map<string, number> {
  const model = modelOf(problem);
  return new Map(
    model.visitors.map(({ id }, visitor) => {
      let room = 0;
      for (let t = model.firstHalfTerm; t < model.halfTerms; t += 1) {
        room += roomInHalfTerm(model, visitor, t);
      }
      return [id, room];
    }),
  );
}

/** Visits that the teams can still take in the rest of the year, whatever schools can. */
export const roomOfTeams = (problem: PlanProblem): number =>
  [...roomByVisitor(problem).values()].reduce((sum, room) => sum + room, 0);

/** `To hold 180 when 12% fall through, 205 bookings are needed. Your teams have room for 216.` */
export function roomSentence(toBeHeld: number, cancelShare: number, room: number): string {
  const needed = bookingsNeeded(toBeHeld, cancelShare);
  const percent = Math.round(cancelShare * 100);
  const short = needed > room ? `: ${needed - room} short` : '';
  return (
    `To hold ${toBeHeld} when ${percent}% fall through, ${needed} bookings are needed. ` +
    `Your teams have room for ${room}${short}.`
  );
}
