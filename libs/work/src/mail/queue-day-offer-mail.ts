import {
  ANSWER_HERE,
  chooseRecipient,
  type Day,
  dayOfferValues,
  type SchoolNoteKind,
  withSchoolLink,
  writeOut,
} from '@tracker/domain';
import { getHubSettings, MailEntity, sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { wordingOf } from './queue-visit-mail';
import { CONTACTS_OF_SCHOOL } from './visit-mail.queries';

interface OfferToTell {
  schoolId: string;
  schoolName: string;
  contactId: string | null;
  expiresOn: Day;
  byName: string;
  byEmail: string;
  days: { date: Day; visitorName: string }[];
}

const OFFER_TO_TELL = statement(
  'mail.offer-to-tell',
  (id: string) => sql<OfferToTell>`
  SELECT o.school_id AS "schoolId", s.name AS "schoolName", o.contact_id AS "contactId",
    o.expires_on AS "expiresOn", b.name AS "byName", b.email AS "byEmail",
    (SELECT json_agg(json_build_object('date', e.one ->> 'date', 'visitorName', u.name)
        ORDER BY e.one ->> 'date')
      FROM jsonb_array_elements(o.days) WITH ORDINALITY AS e (one, place)
      JOIN users u ON u.id = (e.one ->> 'visitorId')::uuid) AS days
  FROM day_offers o JOIN schools s ON s.id = o.school_id JOIN users b ON b.id = o.offered_by_id
  WHERE o.id = ${id}`,
);

/**
 * Writes the mail that makes an offer of days, or recalls one, into the outbox; call it in the transaction of what
 * it tells of.
 *
 * @param dedupeKey the same occasion has the same key
 * @returns whether somebody at the school has an address to send it to; without one nothing is written
 */
export async function queueDayOfferMail(
  manager: EntityManager,
  offerId: string,
  kind: Exclude<SchoolNoteKind, 'visit_reminder'>,
  dedupeKey: string,
): Promise<boolean> {
  const offer = await OFFER_TO_TELL.one(manager, offerId);
  const { schoolId, schoolName, contactId, expiresOn, byName, days } = offer;
  const contacts = await CONTACTS_OF_SCHOOL.rows(manager, schoolId);
  const to = chooseRecipient(contacts, [contactId]);
  if (!to) return false;
  const { hubName: hub } = await getHubSettings(manager);
  const values = dayOfferValues({
    ...{ school: schoolName, contact: to.name, hub, by: byName, days, until: expiresOn },
  });
  const written = withSchoolLink(writeOut(await wordingOf(manager, kind), values), ANSWER_HERE);
  const mail = {
    ...{
      kind,
      dedupeKey,
      toName: to.name,
      toAddress: to.email,
      replyTo: offer.byEmail,
      ...written,
    },
    ...{ schoolId, contactId: to.id, dayOfferId: offerId, usefulUntil: expiresOn },
  };
  await manager.createQueryBuilder().insert().into(MailEntity).values(mail).orIgnore().execute();
  return true;
}
