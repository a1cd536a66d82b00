import type { Role } from './auth';
import type { FsmBand } from './schools';

export {
  ACTION_PRIORITY_WORDS,
  ACTION_STATUS_WORDS,
  SCHOOL_STATUS_WORDS,
  VISIT_KIND_WORDS,
  VISIT_STATUS_WORDS,
} from '@tracker/domain';

/** What stands on a screen and in an exported list for the words of the API. */
export const ROLE_WORDS: Record<Role, string> = {
  head: 'Head of Participation',
  regional: 'Regional team',
  manager: 'Manager',
  admin: 'Administrator',
};

/** Pupils eligible for free school meals, in the order of the bands. */
export const FSM_BAND_WORDS: Record<FsmBand, string> = {
  'under-10': 'Under 10%',
  '10-20': '10% to under 20%',
  '20-30': '20% to under 30%',
  '30-40': '30% to under 40%',
  '40-and-over': '40% and over',
  'not-known': 'Not known',
};
