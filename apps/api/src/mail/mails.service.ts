import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Mail,
  MAIL_LIST,
  MailDelivery,
  MailWithAttachment,
  SignedInUser,
} from '@tracker/contract';
import { allowedMailCommands } from '@tracker/domain';
import { attachmentOf, bodyOf, ENV } from '@tracker/work';
import { MailEntity, sql, statement } from '@tracker/data';
import { senderOf, type ServerEnv } from '@tracker/process';
import type { DataSource, EntityManager } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { MAIL_CONDITIONS, type MailRow, READ_MAIL, readableMails, SELECT_MAIL } from './mail-list';

type DeliveryCounts = Omit<MailDelivery, 'server' | 'from'>;

const DELIVERY = statement(
  'mail.delivery',
  () => sql<DeliveryCounts>`
  SELECT count(*) FILTER (WHERE status IN ('waiting', 'sending'))::int AS waiting,
    count(*) FILTER (WHERE status = 'waiting' AND held_at IS NOT NULL)::int AS held,
    count(*) FILTER (WHERE status = 'failed')::int AS failed,
    count(*) FILTER (WHERE status = 'uncertain')::int AS uncertain,
    count(*) FILTER (WHERE status = 'unaddressed')::int AS unaddressed,
    (SELECT last_error FROM mails WHERE status = 'waiting' AND held_at IS NULL AND last_error IS NOT NULL
     ORDER BY updated_at DESC LIMIT 1) AS problem
  FROM mails WHERE status <> 'sent'`,
);

/** The outbox, read. */
@Injectable()
export class MailsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  async list(user: SignedInUser, query: ListQuery<typeof MAIL_LIST>): Promise<Page<Mail>> {
    const conditions = addFilters(readableMails(user), MAIL_CONDITIONS, query.filter);
    const page = await pageOf<MailRow>(
      this.dataSource,
      { select: SELECT_MAIL, conditions, order: query.order },
      query,
    );
    return { ...page, rows: page.rows.map((row) => this.shown(row)) };
  }

  /** @throws 404, also for somebody else's */
  async get(
    user: SignedInUser,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MailWithAttachment> {
    const row = await READ_MAIL.row(manager, user, id);
    if (!row) throw notFound('the email');
    const mail = await manager.findOneByOrFail(MailEntity, { id });
    return { ...this.shown(row), attachment: attachmentOf(mail, this.env) };
  }

  /** Whether email can be sent, and what is stuck. */
  async delivery(): Promise<MailDelivery> {
    const [counts] = (await DELIVERY.rows(this.dataSource)) as [DeliveryCounts];
    const { smtpUrl } = this.env;
    const { name, address } = senderOf(this.env);
    return {
      // Without the user and the password.
      server: smtpUrl === undefined ? null : new URL(smtpUrl).host,
      from: name ? `${name} <${address}>` : address,
      ...counts,
    };
  }

  private shown({ holds, ...mail }: MailRow): Mail {
    const commands = allowedMailCommands(mail.status);
    return {
      ...mail,
      body: bodyOf(mail, this.env),
      // What no longer holds is told to nobody.
      commands: commands.filter((command) => holds || command !== 'send_again'),
    };
  }
}
