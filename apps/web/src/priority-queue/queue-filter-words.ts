import type { QueueFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';

export const QUEUE_FILTER_WORDS: FilterWords<QueueFilter> = {
  id: NOT_IN_ADDRESSES,
  schoolId: NOT_IN_ADDRESSES,
  band: NOT_IN_ADDRESSES,
  establishmentType: NOT_IN_ADDRESSES,
  without: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  regionId: IN_AN_INPUT,
  district: IN_AN_INPUT,
  phase: IN_AN_INPUT,
  fsmBand: IN_AN_INPUT,
  state: IN_AN_INPUT,
  planned: IN_AN_INPUT,
  planState: IN_AN_INPUT,
  pinned: IN_AN_INPUT,
  snoozed: IN_AN_INPUT,
  ownerId: IN_AN_INPUT,
  booked: (value) => (value ? 'Booked' : 'Not booked'),
};
