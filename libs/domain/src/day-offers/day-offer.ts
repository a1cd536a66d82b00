import type { Fault } from '../capacity/fault';
import { addDays, type Day, isDay } from '../day';

/**
 * Days that a school may choose from:
 * - `sent` nobody has answered yet
 * - `taken` the school took one, or the team took one that the school proposed
 * - `none` none of them suits
 * - `proposed` the school named days of its own, or wrote what would suit
 * - `withdrawn` the team took them back
 * - `expired` nobody answered in time; written down when the school is offered days again
 */
export const DAY_OFFER_STATUSES = [
  'sent',
  'taken',
  'none',
  'proposed',
  'withdrawn',
  'expired',
] as const;
export type DayOfferStatus = (typeof DAY_OFFER_STATUSES)[number];

/** A day with whoever would come. */
export interface OfferedDay {
  date: Day;
  visitorId: string;
}

export const FEWEST_OFFERED = 2;
export const MOST_OFFERED = 3;

export interface OfferToJudge {
  status: DayOfferStatus;
  /** The last day on which the school can answer. */
  expiresOn: Day;
}

/** As on a day. */
export const dayOfferState = ({ status, expiresOn }: OfferToJudge, today: Day): DayOfferStatus =>
  status === 'sent' && expiresOn < today ? 'expired' : status;

/** While the school can still take one, each of the days is spoken for. */
export const isOfferOpen = (offer: OfferToJudge, today: Day): boolean =>
  dayOfferState(offer, today) === 'sent';

/** What is wrong with days that are to be offered, by field. */
export function checkOfferedDays(days: readonly OfferedDay[], today: Day): Fault[] {
  const faults = days.flatMap(({ date }, n) => {
    const field = `days.${n}.date`;
    if (!isDay(date)) return [{ field, message: 'Enter a date, such as 2026-11-18.' }];
    return date > today ? [] : [{ field, message: 'Offer days after today.' }];
  });
  if (new Set(days.map(({ date }) => date)).size < days.length) {
    faults.push({ field: 'days', message: 'Offer each day once.' });
  }
  if (days.length < FEWEST_OFFERED || days.length > MOST_OFFERED) {
    faults.push({ field: 'days', message: 'Offer two or three days.' });
  }
  return faults;
}

/**
 * The last day on which a school can answer.
 *
 * @param offerDays for so many days a place is kept
 */
export function offerExpiresOn(days: readonly OfferedDay[], today: Day, offerDays: number): Day {
  const kept = addDays(today, offerDays);
  // The day before the last of them: on the day itself nobody can prepare any more.
  const last = days.reduce((latest, { date }) => (date > latest ? date : latest), today);
  const latest = addDays(last, -1);
  return latest < kept ? latest : kept;
}
