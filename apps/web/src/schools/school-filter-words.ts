import { academicYearOf, isAcademicYear, visitCycleSpan } from '@tracker/domain';
import type { FilterWords } from '../fields/FilterChips';
import { dayWords, GROUP_FILTER_WORDS } from '../fields/filter-words';

/** What a list of schools can be narrowed by from elsewhere. */
export const SCHOOL_FILTER_WORDS: FilterWords = {
  ...GROUP_FILTER_WORDS,
  booked: (value) => (value ? 'Booked' : 'Not booked'),
  visitedIn: (value) => `Visited in ${String(value)}`,
  cycle: (value) =>
    isAcademicYear(value)
      ? `In the cycle ${value} to ${academicYearOf(visitCycleSpan(value).closesOn)}`
      : null,
  awaitsDecision: () => 'The register no longer has them',
  asOf: (value) => `As of ${dayWords(value)}`,
};
