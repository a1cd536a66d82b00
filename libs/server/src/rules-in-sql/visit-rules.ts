import {
  AGREED_VISIT_STATUSES,
  COUNTING_VISIT_STATUS,
  OPEN_VISIT_STATUSES,
  YEARS_BETWEEN_VISITS,
} from '@tracker/domain';
import { listed } from './words';

// The rules of visits as conditions on a row of `visits`, by default `v`. What a rule needs beside the
// row is SQL of the caller's: `$1`, or a `?` of SqlConditions. The partial indexes of the migrations
// are over the same words.

/** It took place. */
export const heldVisit = (v = 'v'): string => `${v}.status = '${COUNTING_VISIT_STATUS}'`;

/** Of a kind that counts once it is held. @param kindsNotCounting SQL for those that do not */
export const countingKind = (kindsNotCounting: string, v = 'v'): string =>
  `${v}.kind <> ALL (${kindsNotCounting}::text[])`;

/** Rule 4. @param kindsNotCounting SQL for the kinds that the hub has set not to count */
export const countingVisit = (kindsNotCounting: string, v = 'v'): string =>
  `(${heldVisit(v)} AND ${countingKind(kindsNotCounting, v)})`;

/** Planned still: nobody has said what came of it. */
export const openVisit = (v = 'v'): string => `${v}.status IN (${listed(OPEN_VISIT_STATUSES)})`;

/** Somebody has agreed to come on a day, past or to come. */
export const agreedVisit = (v = 'v'): string => `${v}.status IN (${listed(AGREED_VISIT_STATUSES)})`;

/** Rule 8. @param today SQL for the day */
export const bookedVisit = (today: string, v = 'v'): string =>
  `(${agreedVisit(v)} AND ${v}.scheduled_on >= ${today}::date)`;

/** Rule 8. @param today SQL for the day */
export const unloggedVisit = (today: string, v = 'v'): string =>
  `(${agreedVisit(v)} AND ${v}.scheduled_on < ${today}::date)`;

/** Rule 6. @param lastVisitedOn SQL for the day of the last counting visit */
export const dueOnAfterVisit = (lastVisitedOn: string): string =>
  `(${lastVisitedOn} + interval '${YEARS_BETWEEN_VISITS} years')::date`;
