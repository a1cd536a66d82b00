import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { PasswordResetOffer } from '@tracker/contract';
import { addDays, passwordResetMail } from '@tracker/domain';
import { Clock, ENV, JobQueue, queueStaffMail } from '@tracker/work';
import { getHubSettings, mayBeUsedSql, sql, statement } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { ResetLimit } from '../throttle/reset-limit';

/** Every answer takes so long, in milliseconds, whatever there was to do. */
const ANSWER_AFTER = 300;

const FIND_USER = statement(
  'auth.find-user-to-reset',
  (email: string, env: Pick<ServerEnv, 'nodeEnv'>) => sql<{ id: string; name: string }>`
  SELECT id, name FROM users WHERE email = ${email} AND ${mayBeUsedSql('users', env)}`,
  ['', { nodeEnv: 'production' }],
);

/** A new password by email, for whoever has forgotten theirs. */
@Injectable()
export class PasswordResetsService {
  private readonly logger = new Logger('PasswordResets');

  constructor(
    private readonly transactions: Transactions,
    private readonly limit: ResetLimit,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  offer(): PasswordResetOffer {
    return { offered: this.env.smtpUrl !== undefined };
  }

  /**
   * Sends a link to the address if an account that may be used has it. Neither the answer nor how long
   * it takes tells whether one has.
   *
   * @throws 409 the tracker sends no email; 429 too many from one client
   */
  async ask(email: string, client: string): Promise<void> {
    if (!this.offer().offered) {
      throw conflict(
        'This tracker sends no email. Ask whoever looks after it at your hub for a link.',
      );
    }
    await this.limit.perClient(client);
    await Promise.all([this.queue(email.trim().toLowerCase()), pause(ANSWER_AFTER)]);
  }

  private async queue(email: string): Promise<void> {
    if (!(await this.limit.mayMail(email))) return;
    const queued = await this.transactions.write(async (manager) => {
      const user = await FIND_USER.row(manager, email, this.env);
      if (!user) return false;
      const { hubName: hub } = await getHubSettings(manager);
      return queueStaffMail(manager, {
        ...{ userId: user.id, kind: 'password_reset', dedupeKey: `reset:${randomUUID()}` },
        ...passwordResetMail({ name: user.name, hub }),
        usefulUntil: addDays(this.clock.today(), 1),
      });
    });
    // Not waited for: how long Redis takes would tell that there was something to send.
    if (queued) {
      this.jobs.nudge('send-mails', {}).catch((error: Error) => this.logger.warn(error.message));
    }
  }
}
