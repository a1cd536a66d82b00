import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser, VisitRecipient } from '@tracker/contract';
import { chooseRecipient, pendingInvitation, standingOf } from '@tracker/domain';
import { CONTACTS_OF_SCHOOL, MAILS_OF_VISIT } from '@tracker/work';
import { sql, statement, VisitRecipientEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { notFound, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';

const SCHOOL_OF_VISIT = statement(
  'mail.school-of-visit',
  (visitId: string) =>
    sql<{ schoolId: string }>`SELECT school_id AS "schoolId" FROM visits WHERE id = ${visitId}`,
);

/** Who at the school gets the mail about a visit. */
@Injectable()
export class VisitRecipientsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws 404 */
  async get(
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitRecipient> {
    const schoolId = await schoolOf(manager, visitId);
    const contacts = await CONTACTS_OF_SCHOOL.rows(manager, schoolId);
    const mails = await MAILS_OF_VISIT.rows(manager, visitId);
    const chosen = await manager.findOneBy(VisitRecipientEntity, { visitId });
    const standing = standingOf(mails);
    const told = standing.told?.schoolId === schoolId ? standing.told : null;
    const before = told ?? pendingInvitation(standing, schoolId);
    const found = chooseRecipient(contacts, [chosen?.contactId ?? null, before?.contactId ?? null]);
    return {
      contactId: found?.id ?? null,
      chosenByHand: chosen !== null && chosen.contactId === found?.id,
      told: before !== null,
      contacts,
    };
  }

  /** @throws 404; 403; 422 when the contact is not one of the school with an address */
  choose(user: SignedInUser, visitId: string, contactId: string | null): Promise<VisitRecipient> {
    return this.transactions.write(async (manager) => {
      const schoolId = await schoolOf(manager, visitId);
      await requireWriteAtSchool(manager, user, schoolId);
      if (contactId === null) await manager.delete(VisitRecipientEntity, { visitId });
      else {
        const contacts = await CONTACTS_OF_SCHOOL.rows(manager, schoolId);
        if (!contacts.some(({ id, email }) => id === contactId && email)) {
          throw unacceptableField(
            'contactId',
            'Choose a contact of this school who has an email address.',
          );
        }
        await manager.upsert(VisitRecipientEntity, { visitId, contactId }, ['visitId']);
      }
      return this.get(visitId, manager);
    });
  }
}

async function schoolOf(manager: EntityManager, visitId: string): Promise<string> {
  const visit = await SCHOOL_OF_VISIT.row(manager, visitId);
  if (!visit) throw notFound('the visit');
  return visit.schoolId;
}
