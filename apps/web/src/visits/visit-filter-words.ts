import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { anyOfWords, dayWords, GROUP_FILTER_WORDS } from '../fields/filter-words';
import { FSM_BAND_WORDS, VISIT_KIND_WORDS, VISIT_STATUS_WORDS } from '../fields/words';
import type { VisitListFilter } from '../providers/visit-times';

export const VISIT_FILTER_WORDS: FilterWords<VisitListFilter> = {
  id: NOT_IN_ADDRESSES,
  schoolId: NOT_IN_ADDRESSES,
  withPredecessors: NOT_IN_ADDRESSES,
  past: NOT_IN_ADDRESSES,
  // The tabs above the list.
  when: IN_AN_INPUT,
  q: IN_AN_INPUT,
  regionId: IN_AN_INPUT,
  visitorId: IN_AN_INPUT,
  academicYear: IN_AN_INPUT,
  withoutVisitor: IN_AN_INPUT,
  atClosedSchool: IN_AN_INPUT,
  schoolCannot: (value) => `The school ${value ? 'says it cannot' : 'has not said it cannot'}`,
  ...GROUP_FILTER_WORDS,
  status: (value) => (Array.isArray(value) ? anyOfWords(value, VISIT_STATUS_WORDS) : null),
  kind: (value) => anyOfWords(value, VISIT_KIND_WORDS),
  counting: (value) => (value ? 'Visits that count' : 'Visits that do not count'),
  surveySubmitted: (value) => `${value ? 'With' : 'Without'} a submitted survey`,
  unlogged: (value) => (value ? 'Not logged yet' : 'Logged'),
  cancelledBy: (value) => `Cancelled by the ${anyOfWords(value, {})}`,
  reason: (value) => `Reason: ${String(value)}`,
  district: (value) => `District: ${String(value)}`,
  phase: (value) => `Phase: ${String(value)}`,
  fsmBand: (value) => `Free school meals: ${anyOfWords(value, FSM_BAND_WORDS)}`,
  from: (value) => `From ${dayWords(value)}`,
  to: (value) => `Up to ${dayWords(value)}`,
};
