import type { FollowUpActionFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';

export const ACTION_FILTER_WORDS: FilterWords<FollowUpActionFilter> = {
  id: NOT_IN_ADDRESSES,
  withPredecessors: NOT_IN_ADDRESSES,
  visitId: NOT_IN_ADDRESSES,
  unowned: NOT_IN_ADDRESSES,
  overdue: NOT_IN_ADDRESSES,
  dueBefore: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  schoolId: IN_AN_INPUT,
  ownerId: IN_AN_INPUT,
  regionId: IN_AN_INPUT,
  status: IN_AN_INPUT,
  priority: IN_AN_INPUT,
  due: IN_AN_INPUT,
};
