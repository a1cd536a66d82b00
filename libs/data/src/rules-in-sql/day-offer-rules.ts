import { raw, sql, type Sql } from '../sql';
import { agreedVisit, bookedVisit } from './visit-rules';
import { openPlanLine } from './plan-line-rules';

// Of a row of `day_offers`, by default `o`, and its days, `d`.

/** The days of an offer as rows of `FROM`, as `d`, numbered from 1 by `place`. */
export const offeredDays = (o = 'o'): Sql =>
  raw(`LATERAL (
    SELECT (e.one ->> 'date')::date AS date, (e.one ->> 'visitorId')::uuid AS visitor_id, e.place
    FROM jsonb_array_elements(${o}.days) WITH ORDINALITY AS e (one, place)) d`);

/** The school can still answer. @param today SQL for the day */
export const openOffer = (today: Sql, o = 'o'): Sql =>
  sql`(${raw(o)}.status = 'sent' AND ${raw(o)}.expires_on >= ${today}::date)`;

const LINE_OF_SCHOOL = sql`FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id AND p.in_use
    WHERE l.school_id = o.school_id AND ${openPlanLine()}`;

/**
 * A day's place is kept for the school beside what counts already: nothing is agreed with it on that day, and
 * no line of the plan in use has it there.
 *
 * @param today SQL for the day
 */
export const keepsPlace = (today: Sql): Sql => sql`(${openOffer(today)}
  AND NOT EXISTS (SELECT FROM visits a WHERE a.school_id = o.school_id AND ${agreedVisit('a')}
    AND a.scheduled_on = d.date AND a.visitor_id = d.visitor_id)
  AND NOT EXISTS (SELECT ${LINE_OF_SCHOOL} AND l.date = d.date AND l.visitor_id = d.visitor_id))`;

/**
 * The first of the days stands for the one visit that comes of them, where neither a line of the plan nor an
 * agreed visit does; the others take up their days alone.
 *
 * @param today SQL for the day
 */
export const placeOfOffer = (today: Sql): Sql => sql`CASE WHEN d.place > 1
    OR EXISTS (SELECT ${LINE_OF_SCHOOL})
    OR EXISTS (SELECT FROM visits b WHERE b.school_id = o.school_id AND ${bookedVisit(today, 'b')})
  THEN 'kept' ELSE 'offered' END`;
