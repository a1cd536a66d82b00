import type { VisitorAbsence } from '@tracker/contract';
import type { Day, DayRange } from '@tracker/domain';
import { onRecord, sql, statement } from '@tracker/data';

export interface CapacityRow {
  id: string;
  name: string;
  version: number | null;
  perDay: number | null;
  perWeek: number | null;
  perHalfTerm: number | null;
  weekdays: number[] | null;
  startsFrom: string | null;
}

const CAPACITY_COLUMNS = sql`u.id, u.name, c.version, c.per_day AS "perDay",
    c.per_week AS "perWeek", c.per_half_term AS "perHalfTerm", c.weekdays,
    c.starts_from AS "startsFrom"`;

/** A visitor with what is on record of them. */
export const READ_CAPACITY = statement(
  'capacity.read',
  (userId: string) => sql<CapacityRow>`
  SELECT ${CAPACITY_COLUMNS}
  FROM users u LEFT JOIN visitor_capacities c ON c.user_id = u.id
  WHERE u.id = ${userId} AND u.active AND u.role <> 'manager'`,
);

interface YearRow extends CapacityRow {
  regionIds: string[];
  away: DayRange[];
}

/** All visitors by name, with their regions and when they are away between two days. */
export const CAPACITIES_OF_YEAR = statement(
  'capacity.of-year',
  (from: Day, to: Day) => sql<YearRow>`
  SELECT ${CAPACITY_COLUMNS},
    ARRAY(SELECT region_id FROM user_regions r WHERE r.user_id = u.id ORDER BY 1) AS "regionIds",
    coalesce((SELECT json_agg(json_build_object('from', a.from_day, 'to', a.to_day))
      FROM visitor_absences a
      WHERE a.user_id = u.id AND a.to_day >= ${from}::date AND a.from_day <= ${to}::date), '[]')
      AS away
  FROM users u LEFT JOIN visitor_capacities c ON c.user_id = u.id
  WHERE u.active AND u.role <> 'manager'
  ORDER BY u.name COLLATE "und-x-icu", u.id`,
);

/** A person's calendar with the days on which they are busy, from a day on; of none an empty one. */
export const READ_BUSY_CALENDAR = statement(
  'capacity.read-busy-calendar',
  (userId: string, from: Day) => sql<{
    address: string;
    readAt: string | null;
    problem: string | null;
    days: Day[];
  }>`
  SELECT c.address, to_char(c.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "readAt",
    c.problem,
    ARRAY(SELECT day::text FROM busy_days d WHERE d.user_id = c.user_id AND d.day >= ${from}::date
      ORDER BY day) AS days
  FROM busy_calendars c WHERE c.user_id = ${userId}`,
);

/** Another address begins anew, without the days of the one before. */
export const DROP_BUSY_CALENDAR = statement(
  'capacity.drop-busy-calendar',
  (userId: string) => sql`DELETE FROM busy_calendars WHERE user_id = ${userId}`,
);

export const SCHOOL_TO_START_FROM = statement(
  'capacity.school-to-start-from',
  (schoolId: string) => sql<{ name: string; easting: number | null; northing: number | null }>`
  SELECT name, easting, northing FROM schools WHERE id = ${schoolId}`,
);

/** A town as its schools lie. */
export const TOWN_TO_START_FROM = statement(
  'capacity.town-to-start-from',
  (town: string) => sql<{ name: string; easting: number | null; northing: number | null }>`
  SELECT min(town) AS name, avg(easting)::int AS easting, avg(northing)::int AS northing
  FROM schools WHERE lower(town) = lower(${town}) AND easting IS NOT NULL HAVING count(*) > 0`,
);

export const SELECT_ABSENCE = sql`
  SELECT a.id, a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt",
    a.user_id AS "userId", u.name AS "userName", a.from_day AS "from", a.to_day AS "to"
  FROM visitor_absences a JOIN users u ON u.id = a.user_id`;

export const READ_ABSENCE = statement(
  'capacity.read-absence',
  (id: string) => sql<VisitorAbsence>`${SELECT_ABSENCE} WHERE a.id = ${id}`,
);

interface AvailabilityRow {
  id: string;
  version: number | null;
  neverWeekdays: number[] | null;
  wishedWeekdays: number[] | null;
  note: string | null;
  saidOn: Day | null;
  saidToName: string | null;
  saidByLink: boolean;
  saidByName: string | null;
  unavailable: { from: Day; to: Day; why: string }[];
}

/** A school with what it has said of its days. */
export const READ_AVAILABILITY = statement(
  'capacity.read-availability',
  (schoolId: string) => sql<AvailabilityRow>`
  SELECT s.id, a.version, a.never_weekdays AS "neverWeekdays",
    a.wished_weekdays AS "wishedWeekdays", a.note, a.said_on AS "saidOn", u.name AS "saidToName",
    coalesce(a.said_to_id IS NULL AND a.id IS NOT NULL, false) AS "saidByLink", c.name AS "saidByName",
    coalesce((SELECT json_agg(json_build_object('from', d.from_day, 'to', d.to_day, 'why', d.why)
        ORDER BY d.from_day, d.to_day, d.id)
      FROM school_unavailable_days d WHERE d.school_id = s.id), '[]') AS unavailable
  FROM schools s LEFT JOIN school_availability a ON a.school_id = s.id
  LEFT JOIN users u ON u.id = a.said_to_id
  LEFT JOIN contacts c ON c.id = a.said_by_contact_id AND ${onRecord('c')}
  WHERE s.id = ${schoolId}`,
);
