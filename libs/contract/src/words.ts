import type { Role } from './auth';

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
