import { OPEN_LINE_STATUSES } from '@tracker/domain';
import { raw, sql, type Sql } from '../sql';
import { listed } from './words';

/** Still a proposal, of a row of `visit_plan_lines`: no visit, and not left out by hand. */
export const openPlanLine = (l = 'l'): Sql =>
  sql`${raw(l)}.status IN (${listed(OPEN_LINE_STATUSES)})`;
