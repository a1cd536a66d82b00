import type { PlanDocumentFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';

export const DOCUMENT_FILTER_WORDS: FilterWords<PlanDocumentFilter> = {
  id: NOT_IN_ADDRESSES,
  schoolId: IN_AN_INPUT,
  withPredecessors: (value) => (value ? 'With the schools it follows' : null),
  status: IN_AN_INPUT,
  academicYear: IN_AN_INPUT,
  capturedById: (value) => (value ? 'Captured by one person' : null),
  regionId: IN_AN_INPUT,
};
