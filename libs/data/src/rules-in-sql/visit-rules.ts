import {
  AGREED_VISIT_STATUSES,
  COUNTING_VISIT_STATUS,
  OPEN_VISIT_STATUSES,
  YEARS_BETWEEN_VISITS,
} from '@tracker/domain';
import { raw, sql, type Sql } from '../sql';
import { listed } from './words';

// The rules of visits as conditions on a row of `visits`, by default `v`. What a rule needs beside the
// row is SQL of the caller's. The partial indexes of the migrations are over the same words.

/** It took place. */
export const heldVisit = (v = 'v'): Sql =>
  sql`${raw(v)}.status = ${listed([COUNTING_VISIT_STATUS])}`;

/** Of a kind that counts once it is held. @param kindsNotCounting SQL for those that do not */
export const countingKind = (kindsNotCounting: Sql, v = 'v'): Sql =>
  sql`${raw(v)}.kind <> ALL (${kindsNotCounting}::text[])`;

/** Rule 4. @param kindsNotCounting SQL for the kinds that the hub has set not to count */
export const countingVisit = (kindsNotCounting: Sql, v = 'v'): Sql =>
  sql`(${heldVisit(v)} AND ${countingKind(kindsNotCounting, v)})`;

/** Planned still: nobody has said what came of it. */
export const openVisit = (v = 'v'): Sql =>
  sql`${raw(v)}.status IN (${listed(OPEN_VISIT_STATUSES)})`;

/** Somebody has agreed to come on a day, past or to come. */
export const agreedVisit = (v = 'v'): Sql =>
  sql`${raw(v)}.status IN (${listed(AGREED_VISIT_STATUSES)})`;

/** Rule 8. @param today SQL for the day */
export const bookedVisit = (today: Sql, v = 'v'): Sql =>
  sql`(${agreedVisit(v)} AND ${raw(v)}.scheduled_on >= ${today}::date)`;

/** Rule 8. @param today SQL for the day */
export const unloggedVisit = (today: Sql, v = 'v'): Sql =>
  sql`(${agreedVisit(v)} AND ${raw(v)}.scheduled_on < ${today}::date)`;

/** Rule 6. @param lastVisitedOn SQL for the day of the last counting visit */
export const dueOnAfterVisit = (lastVisitedOn: Sql): Sql =>
  sql`(${lastVisitedOn} + interval '${raw(String(YEARS_BETWEEN_VISITS))} years')::date`;
