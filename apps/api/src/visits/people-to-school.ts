import { isSamePerson, type KnownPerson } from '@tracker/domain';
import { ContactEntity, sql, statement, VisitPersonMetEntity } from '@tracker/data';
import { type EntityManager, IsNull } from 'typeorm';

interface Met {
  position: number;
  contactId: string;
  contactName: string;
  contactRole: KnownPerson['role'];
  email: string | null;
  telephone: string | null;
  bornWithLog: boolean;
}

/** People met, with whether the log itself made them contacts and nobody met them anywhere else. */
const MET = statement(
  'visits.people-met',
  (visitId: string, schoolId: string) => sql<Met>`
  SELECT p.position, c.id AS "contactId", c.name AS "contactName",
    c.role AS "contactRole", c.email, c.telephone,
    c.created_at = o.logged_at AND NOT EXISTS (SELECT FROM visit_people_met other
      WHERE other.contact_id = c.id AND other.visit_id <> p.visit_id) AS "bornWithLog"
  FROM visit_people_met p
  JOIN visit_outcomes o ON o.visit_id = p.visit_id
  JOIN contacts c ON c.id = p.contact_id AND c.school_id = ${schoolId} AND c.deleted_at IS NULL
  WHERE p.visit_id = ${visitId} ORDER BY p.position`,
);

interface Rehoming {
  visitId: string;
  from: string;
  to: string;
  userId: string;
}

/**
 * The people met at a visit are people of the school that was visited, as if it had been logged there:
 * a namesake there is meant; whom the log made a contact goes along; whoever was known at the wrong
 * school before stays there and is put down at the right one as well.
 */
export async function takePeopleAlong(
  manager: EntityManager,
  { visitId, from, to, userId }: Rehoming,
): Promise<void> {
  const met = await MET.rows(manager, visitId, from);
  if (met.length === 0) return;
  const there = await manager.findBy(ContactEntity, { schoolId: to, deletedAt: IsNull() });
  for (const { position, contactId, ...person } of met) {
    const { contactName: name, contactRole: role, email, telephone, bornWithLog } = person;
    const known = there.find((contact) => isSamePerson(contact, { name, role }));
    if (bornWithLog) {
      const change = known ? { deletedAt: new Date(), deletedById: userId } : { schoolId: to };
      await manager.update(ContactEntity, { id: contactId }, change);
      if (!known) continue;
    }
    const id =
      known?.id ?? (await addContact(manager, { schoolId: to, name, role, email, telephone }));
    await manager.update(VisitPersonMetEntity, { visitId, position }, { contactId: id });
  }
}

async function addContact(
  manager: EntityManager,
  contact: Pick<ContactEntity, 'schoolId' | 'name' | 'role' | 'email' | 'telephone'>,
): Promise<string> {
  const { identifiers } = await manager.insert(ContactEntity, contact);
  return identifiers[0]?.id as string;
}
