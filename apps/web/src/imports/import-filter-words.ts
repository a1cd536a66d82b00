import type { ImportFilter } from '@tracker/contract';
import type { FilterWords } from '../fields/FilterChips';
import { anyOfWords, dayWords } from '../fields/filter-words';
import { IMPORT_KIND_WORDS, IMPORT_STATUS_WORDS } from '../fields/words';

/** What the list is narrowed by, which comes with a link: from Today, say. */
export const IMPORT_FILTER_WORDS: FilterWords<ImportFilter> = {
  id: () => 'Chosen imports',
  kind: (value) => `File: ${anyOfWords(value, IMPORT_KIND_WORDS)}`,
  status: (value) => `Status: ${anyOfWords(value, IMPORT_STATUS_WORDS)}`,
  dryRun: (value) => (value ? 'Checked only' : 'Not only checked'),
  since: (value) => `Since ${dayWords(value)}`,
  awaitsDecision: (value) => (value ? 'Schools to decide' : 'No schools to decide'),
};
