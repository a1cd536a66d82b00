import {
  academicYearOf,
  isAcademicYear,
  planFactInWords,
  readPlanFact,
  visitCycleSpan,
} from '@tracker/domain';
import type { SchoolFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { dayWords, GROUP_FILTER_WORDS } from '../fields/filter-words';

export const SCHOOL_FILTER_WORDS: FilterWords<SchoolFilter> = {
  id: NOT_IN_ADDRESSES,
  urn: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  regionId: IN_AN_INPUT,
  district: IN_AN_INPUT,
  phase: IN_AN_INPUT,
  fsmBand: IN_AN_INPUT,
  state: IN_AN_INPUT,
  status: IN_AN_INPUT,
  inScope: IN_AN_INPUT,
  coveredInCycle: IN_AN_INPUT,
  planned: IN_AN_INPUT,
  planState: IN_AN_INPUT,
  ...GROUP_FILTER_WORDS,
  booked: (value) => (value ? 'Booked' : 'Not booked'),
  planFact: (value) => {
    const fact = readPlanFact(String(value));
    return fact && `Plan: ${planFactInWords(fact)}`;
  },
  planYear: (value) => `Plan for ${String(value)}`,
  visitedIn: (value) => `Visited in ${String(value)}`,
  cycle: (value) =>
    isAcademicYear(value)
      ? `In the cycle ${value} to ${academicYearOf(visitCycleSpan(value).closesOn)}`
      : null,
  createdByImport: () => 'Created by one import',
  awaitsDecision: () => 'The register no longer has them',
  asOf: (value) => `As of ${dayWords(value)}`,
};
