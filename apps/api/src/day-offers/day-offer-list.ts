import { DAY_OFFER_LIST, type DayOffer } from '@tracker/contract';
import { type Day, type DayOfferStatus, saidInWords } from '@tracker/domain';
import { type OfferAnswer, onRecord, raw, shared, sql, type Sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { type FilterConditions, is, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { notFound } from '../http/problem';
import { whether } from '../http/sql-conditions';
import { SCHOOL_GROUP_CONDITIONS } from '../schools/school-filters';

export const DAY_OFFER_SPEC: ListSpec<typeof DAY_OFFER_LIST> = {
  filters: DAY_OFFER_LIST.filters,
  sorts: {
    id: 'o.id',
    createdAt: 'o.created_at',
    expiresOn: 'o.expires_on',
    schoolName: 's.name COLLATE "und-x-icu"',
  },
  defaultOrder: 'o.created_at DESC',
  tieBreak: 'o.created_at DESC, o.id',
};

/** As it is on a day. @param today SQL for the day */
const stateOn = (today: Sql): Sql =>
  sql`CASE WHEN o.status = 'sent' AND o.expires_on < ${today}::date THEN 'expired' ELSE o.status END`;

/** Answered by the school, so that somebody of the team has something to decide. */
const TO_SEE = raw(`(o.status IN ('none', 'proposed') AND o.handled_at IS NULL)`);

export const DAY_OFFER_CONDITIONS: FilterConditions<typeof DAY_OFFER_LIST, { today: Day }> = {
  id: isOneOfIds('o.id'),
  schoolId: isOneOfIds('o.school_id'),
  regionId: SCHOOL_GROUP_CONDITIONS.regionId,
  visitId: is('o.visit_id'),
  state: (states, { today }) => sql`${stateOn(sql`${today}`)} = ANY (${states}::text[])`,
  toSee: (toSee) => whether(toSee, TO_SEE),
};

/** An offer as it is stored: what the school said as it was kept. */
export type StoredOffer = Omit<
  DayOffer,
  'takenOn' | 'said' | 'proposedDays' | 'words' | 'state'
> & { state: DayOfferStatus; answer: OfferAnswer | null };

/** From `day_offers o` and `schools s`. */
export const selectOffer = (today: Day): Sql => sql`
  SELECT o.id, o.version, o.created_at AS "createdAt", o.updated_at AS "updatedAt",
    o.school_id AS "schoolId", s.name AS "schoolName", s.region_id AS "regionId",
    ${stateOn(shared(today))} AS state,
    (SELECT json_agg(json_build_object('date', e.one ->> 'date', 'visitorId', v.id, 'visitorName', v.name)
        ORDER BY e.one ->> 'date')
      FROM jsonb_array_elements(o.days) WITH ORDINALITY AS e (one, place)
      JOIN users v ON v.id = (e.one ->> 'visitorId')::uuid) AS days,
    o.expires_on AS "expiresOn", o.visit_id AS "visitId", c.name AS "contactName",
    o.offered_by_id AS "offeredById", b.name AS "offeredByName", o.reminded_on AS "remindedOn",
    o.answered_at AS "answeredAt", o.answer, o.handled_at AS "handledAt", h.name AS "handledByName"
  FROM day_offers o
  JOIN schools s ON s.id = o.school_id
  JOIN users b ON b.id = o.offered_by_id
  LEFT JOIN users h ON h.id = o.handled_by_id
  LEFT JOIN contacts c ON c.id = o.contact_id AND ${onRecord('c')}`;

/** As many rows, with what the conditions of a list ask of. */
export const COUNTED_OFFERS = sql`
  SELECT o.id FROM day_offers o JOIN schools s ON s.id = o.school_id`;

const READ_OFFER = statement(
  'day-offers.read',
  (id: string, today: Day) => sql<StoredOffer>`${selectOffer(today)} WHERE o.id = ${id}`,
  ['', '2024-11-20'],
);

/** @throws 404 */
export async function getDayOffer(
  manager: EntityManager,
  id: string,
  today: Day,
): Promise<DayOffer> {
  const row = await READ_OFFER.row(manager, id, today);
  if (!row) throw notFound('the offer of days');
  return asDayOffer(row);
}

export function asDayOffer({ answer, ...row }: StoredOffer): DayOffer {
  const proposed = answer?.kind === 'proposed' ? answer : null;
  return {
    ...row,
    takenOn: answer?.kind === 'taken' ? answer.date : null,
    said: answer?.kind === 'none' ? saidInWords(answer) || null : null,
    proposedDays: proposed?.days ?? [],
    words: proposed?.words ?? null,
  };
}
