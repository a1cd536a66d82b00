import { OPEN_ACTION_STATUSES } from '@tracker/domain';
import { raw, sql, type Sql } from '../sql';
import { onRecord } from './on-record';
import { listed } from './words';

/** Still to be done, of a row of `follow_up_actions`; never one that lies in the bin. */
export const openAction = (a = 'a'): Sql =>
  sql`(${raw(a)}.status IN (${listed(OPEN_ACTION_STATUSES)}) AND ${onRecord(a)})`;

/** Open and past its due day. @param today SQL for the day */
export const overdueAction = (today: Sql, a = 'a'): Sql =>
  sql`(${openAction(a)} AND ${raw(a)}.due_on < ${today}::date)`;
