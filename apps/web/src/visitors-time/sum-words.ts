import type { VisitorsTime } from '@tracker/contract';
import { plural } from '@tracker/domain';

/** Where the two numbers of the sum come from. */
export function bookingsInWords({
  academicYear,
  isAssumed,
  wanted,
  cancelShare,
  needed,
}: Pick<VisitorsTime, 'academicYear' | 'isAssumed' | 'wanted' | 'cancelShare' | 'needed'>): string {
  const percent = Math.round(cancelShare * 100);
  const bookings = `To hold ${plural(wanted, 'visit')} in ${academicYear} when ${percent}% fall through, ${plural(needed, 'booking')} ${needed === 1 ? 'is' : 'are'} needed.`;
  const places = 'Places are what visitors can take on the school days of the year.';
  const assumed = `Term dates of ${academicYear} are not on record, so weekdays outside August count.`;
  return [bookings, places, ...(isAssumed ? [assumed] : [])].join(' ');
}
