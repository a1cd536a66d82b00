import type { FilterWords } from '../fields/FilterChips';
import { anyOfWords, dayWords, GROUP_FILTER_WORDS } from '../fields/filter-words';
import { FSM_BAND_WORDS, VISIT_KIND_WORDS, VISIT_STATUS_WORDS } from '../fields/words';

/** What a list of visits can be narrowed by from elsewhere. */
export const VISIT_FILTER_WORDS: FilterWords = {
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
