import { bookedVisit, countingVisit, unloggedVisit } from '@tracker/server';

/**
 * The day of a school's last counting visit, its own or a predecessor's (rules 4 and 5), of the row
 * `s`. Binds the kinds that do not count and today.
 */
export const LAST_VISITED_ON = `(
  SELECT max(v.visited_on) FROM school_lineage l
  JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit('?')} AND v.visited_on <= ?::date
  WHERE l.school_id = s.id)`;

/** The day of the next booked visit (rule 8) of the row `s`. Binds today. */
export const NEXT_VISIT_ON = `(
  SELECT min(v.scheduled_on) FROM visits v
  WHERE v.school_id = s.id AND ${bookedVisit('?')})`;

/** The day of the latest visit nobody has logged (rule 8) of the row `s`. Binds today. */
export const UNLOGGED_ON = `(
  SELECT max(v.scheduled_on) FROM visits v
  WHERE v.school_id = s.id AND ${unloggedVisit('?')})`;

/** Whether a visit to the row `s` waits for a date. */
export const HAS_PROPOSED = `EXISTS (
  SELECT FROM visits v WHERE v.school_id = s.id AND v.status = 'proposed')`;

/** Whether a visit `v` was on record by the end of a day in Europe/London. @param day SQL for it */
export const recordedBy = (day: string): string =>
  `v.created_at < (${day} + 1)::timestamp AT TIME ZONE 'Europe/London'`;

/** What a search looks through, of the row `s`: its words as written and in one spelling. */
export const SEARCH_TEXT = 's.search_text';

/** The columns of the contract's School that stand in its row `s`. */
export const SCHOOL_COLUMNS = `
  s.id, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.urn, s.name, s.phase,
  s.establishment_type AS "establishmentType", s.status, s.in_scope AS "inScope",
  s.opened_on AS "openedOn", s.closed_on AS "closedOn", s.region_id AS "regionId",
  s.region_set_by_hand AS "regionSetByHand", s.district, s.street, s.town, s.postcode, s.easting,
  s.northing, s.pupils, s.fsm_percent AS "fsmPercent", s.trust, s.website, s.telephone, s.notes,
  ARRAY(SELECT predecessor_urn FROM school_links k WHERE k.successor_urn = s.urn ORDER BY 1)
    AS "predecessorUrns",
  ARRAY(SELECT successor_urn FROM school_links k WHERE k.predecessor_urn = s.urn ORDER BY 1)
    AS "successorUrns"`;
