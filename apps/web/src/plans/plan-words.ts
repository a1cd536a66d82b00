import { checkPlanAddress, LOOK_RESULTS, type LookResult } from '@tracker/domain';
import type { PlanRoundFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';

export const LOOK_WORDS: Record<LookResult, string> = {
  found: 'Found',
  none: 'None published',
  gone: 'Gone from its address',
  no_site: 'No website',
};

/** What is pressed, in the order of the row. */
export const LOOK_BUTTONS: readonly [LookResult, string][] = LOOK_RESULTS.map((result) => [
  result,
  { found: 'Found…', none: 'None', gone: 'Gone', no_site: 'No website' }[result],
]);

export const PLAN_FILTER_WORDS: FilterWords<PlanRoundFilter> = {
  id: NOT_IN_ADDRESSES,
  regionId: IN_AN_INPUT,
  state: IN_AN_INPUT,
  mine: IN_AN_INPUT,
  visitedSoon: IN_AN_INPUT,
};

/** Where a link may lead; null for what is no address, which is then shown as text. */
export const linkTo = (address: string | null): string | null =>
  address === null ? null : checkPlanAddress(address).address;
