import { OPEN_SCHOOL_STATUSES } from '@tracker/domain';
import { listed } from './words';

/** Pupils go there now, of a row of `schools`. */
export const openSchool = (s = 's'): string => `${s}.status IN (${listed(OPEN_SCHOOL_STATUSES)})`;
