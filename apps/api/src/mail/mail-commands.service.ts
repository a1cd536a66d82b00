import { Injectable } from '@nestjs/common';
import type { MailDelivery, MailWithAttachment, SignedInUser } from '@tracker/contract';
import { allowedMailCommands, chooseRecipient, type MailCommand } from '@tracker/domain';
import { CONTACTS_OF_SCHOOL, JobQueue } from '@tracker/work';
import { MailEntity, sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { MailsService } from './mails.service';

const REFUSED: Record<MailCommand, string> = {
  send_again: 'This email has been sent, or is waiting to be sent.',
  arrived: 'Only an email that may have arrived needs somebody to say that it did.',
  cancel: 'Only an email that is waiting can be stopped.',
};

const RELEASE = statement(
  'mail.release',
  (userId: string) => sql`
  UPDATE mails SET held_at = NULL, last_error = NULL, handled_by_id = ${userId}, handled_at = now(),
    version = version + 1, updated_at = now()
  WHERE status = 'waiting' AND held_at IS NOT NULL`,
);

const CHOSEN_BY_HAND = statement(
  'mail.chosen-by-hand',
  (visitId: string | null) => sql<{ contactId: string | null }>`
  SELECT contact_id AS "contactId" FROM visit_recipients WHERE visit_id = ${visitId}`,
);

const OUT_OF_DATE =
  'The visit has changed since, so this email is out of date. The tracker writes another one if the school needs to know.';

/** What a person decides about a mail. */
@Injectable()
export class MailCommandsService {
  constructor(
    private readonly mails: MailsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  /** Lets go out what a restored backup has held back; of what is of no use any more nothing goes. */
  async release(user: SignedInUser): Promise<MailDelivery> {
    await this.transactions.write((manager) => RELEASE.run(manager, user.id));
    await this.jobs.nudge('send-mails', {});
    return this.mails.delivery();
  }

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
        what: 'the email',
        version,
        present,
      });
      const shown = await present();
      if (!allowedMailCommands(mail.status).includes(command)) {
        throw conflict(REFUSED[command], shown);
      }
      if (!shown.commands.includes(command)) throw conflict(OUT_OF_DATE, shown);
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
    await addressAnew(manager, mail);
    mail.status = 'waiting';
    mail.nextAttemptAt = new Date();
    mail.giveUpAt = null;
    mail.heldAt = null;
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
    mail.lastError = 'Stopped before it was sent.';
    return Promise.resolve();
  },
};

/** The addresses of today: whoever was written to, else whoever the school has now. */
async function addressAnew(manager: EntityManager, mail: MailEntity): Promise<void> {
  if (mail.schoolId === null || mail.userId !== null) return;
  const contacts = await CONTACTS_OF_SCHOOL.rows(manager, mail.schoolId);
  const hand = await CHOSEN_BY_HAND.row(manager, mail.visitId);
  const before = mail.status === 'failed' ? null : mail.contactId;
  const to = chooseRecipient(contacts, [hand?.contactId ?? null, before]);
  if (!to) throw conflict('No contact of the school has an address. Add one first.');
  mail.toName = to.name;
  mail.toAddress = to.email;
  mail.contactId = to.id;
}
