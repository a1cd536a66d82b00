import { OPEN_SCHOOL_STATUSES } from '@tracker/domain';
import { raw, sql, type Sql } from '../sql';
import { listed } from './words';

/** Pupils go there now, of a row of `schools`. */
export const openSchool = (s = 's'): Sql =>
  sql`${raw(s)}.status IN (${listed(OPEN_SCHOOL_STATUSES)})`;
