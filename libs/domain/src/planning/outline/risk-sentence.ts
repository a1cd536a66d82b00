import { addMonths, formatDay } from '../../day';
import { plural } from '../../plural';
import type { Candidate, CycleProblem } from './cycle-problem';

/** Why a school may stay without a visit, or how much time there is for another try. */
export function riskSentence(
  { halfTerms, minMonthsBetween }: CycleProblem,
  { school, visitors, first, last }: Candidate,
  at: { stage: 'booked' | 'outlined' | 'none'; halfTerm: number },
): string {
  if (at.stage !== 'none') {
    const what = at.stage === 'booked' ? 'It is booked or proposed' : 'It is outlined';
    const until = Math.min(last, halfTerms.length - 1);
    const later = until - at.halfTerm;
    return later <= 0
      ? `${what} for the last half term in which it can: nothing is left if the visit falls through.`
      : `${what}; ${plural(later, 'half term')} ${later === 1 ? 'is' : 'are'} left if the visit falls through.`;
  }
  if (visitors.length === 0) return 'Nobody visits its region.';
  if (school.lastVisitedOn && first >= halfTerms.length) {
    const rested = addMonths(school.lastVisitedOn, minMonthsBetween);
    return `Visited on ${formatDay(school.lastVisitedOn)}: not again before ${formatDay(rested)}.`;
  }
  if (school.closesOn && last < first) return `It closes on ${formatDay(school.closesOn)}.`;
  return 'The visits of its team, or of the target, go to schools that are due before it.';
}
