import type { Day } from '@tracker/domain';
import { agreedVisit, heldVisit, sql, statement, VISIT_WITHIN_DAY } from '@tracker/data';

/** A visit as its visitor's calendar shows it. */
export interface FeedVisit {
  id: string;
  sequence: number;
  changedAt: Date;
  day: Day;
  /** `HH:MM` in Europe/London. */
  startTime: string | null;
  summary: string;
  location: string;
  note: string | null;
  confirmed: boolean;
}

/** Planned and held visits of a visitor from a day on; what was cancelled is gone from the calendar. */
export const FEED_VISITS = statement(
  'mail.feed-visits',
  (visitorId: string, from: Day) => sql<FeedVisit>`
  SELECT v.id, v.version AS sequence, greatest(v.updated_at, s.updated_at) AS "changedAt",
    coalesce(v.visited_on, v.scheduled_on) AS day, v.start_time AS "startTime",
    'Visit: ' || s.name || CASE v.status WHEN 'scheduled' THEN ' (not confirmed yet)'
      WHEN 'completed' THEN ' (done)' ELSE '' END AS summary,
    concat_ws(', ', s.name, nullif(s.street, ''), nullif(s.locality, ''), nullif(s.town, ''),
      nullif(s.postcode, '')) AS location,
    CASE WHEN s.telephone IS NOT NULL THEN 'Telephone: ' || s.telephone END AS note,
    v.status <> 'scheduled' AS confirmed
  FROM visits v JOIN schools s ON s.id = v.school_id
  WHERE v.visitor_id = ${visitorId} AND (${agreedVisit()} OR ${heldVisit()})
    AND coalesce(v.visited_on, v.scheduled_on) >= ${from}::date
  ORDER BY day, ${VISIT_WITHIN_DAY}`,
);
