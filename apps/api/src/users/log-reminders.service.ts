import { Inject, Injectable } from '@nestjs/common';
import type { LogReminder, SignedInUser } from '@tracker/contract';
import { type Day, logReminderMail } from '@tracker/domain';
import { Clock, ENV, JobQueue, queueStaffMail } from '@tracker/work';
import { mayBeUsedSql, sql, statement, unloggedVisit, VISIT_WITHIN_DAY } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import { conflict, notFound } from '../http/problem';
import { Transactions } from '../http/transactions';

interface Reminded {
  name: string;
  email: string;
  usable: boolean;
  visits: { schoolName: string; day: Day }[];
}

const REMINDED = statement(
  'users.whom-to-remind',
  (id: string, today: Day, env: Pick<ServerEnv, 'nodeEnv'>) => sql<Reminded>`
  SELECT u.name, u.email, (${mayBeUsedSql('u', env)}) AS usable,
    coalesce((SELECT json_agg(json_build_object('schoolName', s.name, 'day', v.scheduled_on)
        ORDER BY v.scheduled_on, ${VISIT_WITHIN_DAY})
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE v.visitor_id = u.id AND ${unloggedVisit(sql`${today}`)}), '[]') AS visits
  FROM users u WHERE u.id = ${id}`,
  ['', '', { nodeEnv: 'production' }],
);

/** Asks a colleague by email to log what they have not logged. */
@Injectable()
export class LogRemindersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  /**
   * Once a day for each colleague; asked again it says so.
   *
   * @throws 404; 409 when nothing waits to be logged, the account is not in use, or no email is sent
   */
  async remind(by: SignedInUser, id: string): Promise<LogReminder> {
    const today = this.clock.today();
    const reminder = await this.transactions.write(async (manager): Promise<LogReminder> => {
      const user = await REMINDED.row(manager, id, today, this.env);
      if (!user) throw notFound('the user');
      const { name, email, visits } = user;
      if (visits.length === 0) throw conflict(`${name} has no visit to log.`);
      if (!user.usable) throw conflict(`The account of ${name} is disabled, so no email is sent.`);
      if (!this.env.smtpUrl) {
        throw conflict(`This tracker sends no email. Write to ${name} yourself: ${email}.`);
      }
      const sent = await queueStaffMail(manager, {
        ...{ userId: id, kind: 'log_reminder', dedupeKey: `log-reminder:${id}:${today}` },
        ...logReminderMail({ name, by: by.name, visits }),
        usefulUntil: today,
      });
      return { sent, visits: visits.length };
    });
    if (reminder.sent) await this.jobs.nudge('send-mails', {});
    return reminder;
  }
}
