import { Injectable } from '@nestjs/common';
import type { MailWithAttachment, SignedInUser } from '@tracker/contract';
import {
  allowedMailCommands,
  chooseRecipient,
  type MailCommand,
  type MailStatus,
} from '@tracker/domain';
import {
  CONTACTS_OF_SCHOOL,
  JobQueue,
  MailEntity,
  HOLD_MAILS_OF_VISIT,
  VisitEntity,
  type VisitMailRow,
} from '@tracker/server';
import type { EntityManager } from 'typeorm';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { MailsService } from './mails.service';

const REFUSED: Record<MailCommand, string> = {
  send_again: 'This mail has been sent, or waits to be.',
  arrived: 'Only of a mail that is uncertain somebody must say that it arrived.',
  cancel: 'Only a mail that waits can be taken back.',
};

/** What a person decides about a mail. */
@Injectable()
export class MailCommandsService {
  constructor(
    private readonly mails: MailsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws 404; 409 overtaken, or the mail's status forbids it, or there is nobody to send it to
   */
  async decide(
    user: SignedInUser,
    id: string,
    { command, version }: { command: MailCommand; version?: number },
  ): Promise<MailWithAttachment> {
    const answer = await this.transactions.write(async (manager) => {
      const present = () => this.mails.get(user, id, manager);
      const mail = await lockForChange(manager, MailEntity, id, {
        what: 'the mail',
        version,
        present,
      });
      if (!allowedMailCommands(mail.status).includes(command)) {
        throw conflict(REFUSED[command], await present());
      }
      await APPLY[command](manager, mail);
      mail.handledById = user.id;
      mail.handledAt = new Date();
      await manager.save(MailEntity, mail);
      return present();
    });
    await this.jobs.nudge('send-mails', {});
    return answer;
  }
}

const APPLY: Record<MailCommand, (manager: EntityManager, mail: MailEntity) => Promise<void>> = {
  async send_again(manager, mail) {
    await requireStillTrue(manager, mail);
    await addressAnew(manager, mail);
    mail.status = 'waiting';
    mail.nextAttemptAt = new Date();
    mail.giveUpAt = null;
    mail.lastError = null;
    // Somebody wants it sent in spite of its day.
    mail.usefulUntil = null;
  },
  arrived(_, mail) {
    mail.status = 'sent';
    mail.sentAt = new Date();
    mail.lastError = null;
    return Promise.resolve();
  },
  cancel(_, mail) {
    mail.status = 'cancelled';
    mail.lastError = 'Taken back before it was sent.';
    return Promise.resolve();
  },
};

/** The addresses of today: whoever was written to, else whoever the school has now. */
async function addressAnew(manager: EntityManager, mail: MailEntity): Promise<void> {
  if (mail.schoolId === null || mail.userId !== null) return;
  const contacts = await manager.query(CONTACTS_OF_SCHOOL, [mail.schoolId]);
  const [hand]: { contactId: string }[] = await manager.query(
    'SELECT contact_id AS "contactId" FROM visit_recipients WHERE visit_id = $1',
    [mail.visitId],
  );
  const before = mail.status === 'failed' ? null : mail.contactId;
  const to = chooseRecipient(contacts, [hand?.contactId ?? null, before]);
  if (!to) throw conflict('No contact of the school has an address. Add one first.');
  mail.toName = to.name;
  mail.toAddress = to.email;
  mail.contactId = to.id;
}

/** What a visit's mail says must be so, or a school would be told of a day that has gone elsewhere. */
async function requireStillTrue(manager: EntityManager, mail: MailEntity): Promise<void> {
  const { event, visitId, schoolId, id } = mail;
  if (event === null || visitId === null) return;
  const mails: VisitMailRow[] = await manager.query(HOLD_MAILS_OF_VISIT, [visitId]);
  const newer = mails.filter((other) => other.schoolId === schoolId && other.id !== id);
  if (newer.some(({ sequence, status }) => sequence > event.sequence && GOES_OUT.has(status))) {
    throw conflict(
      'There is a newer mail about this visit: this one would say what no longer holds.',
    );
  }
  if (event.method === 'CANCEL') return;
  const visit = await manager.findOneByOrFail(VisitEntity, { id: visitId });
  const isSo =
    visit.schoolId === schoolId &&
    visit.scheduledOn === event.day &&
    (visit.startTime?.slice(0, 5) ?? null) === event.startTime &&
    (visit.status === 'scheduled' || visit.status === 'confirmed');
  if (!isSo) {
    throw conflict('The visit has changed since: this mail would say what no longer holds.');
  }
}

const GOES_OUT: ReadonlySet<MailStatus> = new Set(['waiting', 'sending', 'sent', 'uncertain']);
