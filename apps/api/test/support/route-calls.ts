import type { ROUTES } from '@tracker/contract';
import { capacityCalls } from './capacity-calls';
import { dayOfferCalls } from './day-offer-calls';
import { hubCalls } from './hub-calls';
import { peopleCalls } from './people-calls';
import { planCalls } from './plan-calls';
import { resourceCalls } from './resource-calls';
import type { Prepare } from './route-scene';
import { surveyCalls } from './survey-calls';
import { visitCalls } from './visit-calls';
import { visitPlanCalls } from './visit-plan-calls';

/** For each route a call that is carried out when it is allowed. */
export const routeCalls: Record<keyof typeof ROUTES, Prepare> = {
  ...peopleCalls,
  ...visitCalls,
  ...planCalls,
  ...capacityCalls,
  ...visitPlanCalls,
  ...dayOfferCalls,
  ...surveyCalls,
  ...hubCalls,
  ...resourceCalls,
};
