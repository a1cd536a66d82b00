import { raw } from '../sql';

/**
 * Visits of one day as the day goes, of `visits v` and `schools s`: by the clock, those without a
 * time last, then by name.
 */
export const VISIT_WITHIN_DAY = raw(
  'v.start_time ASC NULLS LAST, s.name COLLATE "und-x-icu" ASC, v.id ASC',
);
