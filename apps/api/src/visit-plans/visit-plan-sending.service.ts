import { Inject, Injectable } from '@nestjs/common';
import type { SignedInUser, VisitPlanSending } from '@tracker/contract';
import { type Day, visitPlanMail } from '@tracker/domain';
import { mayBeUsedSql, openPlanLine, sql, statement, VisitPlanEntity } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import { Clock, ENV, JobQueue, queueStaffMail } from '@tracker/work';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { getVisitPlan } from './visit-plan-list';

interface Member {
  id: string;
  name: string;
  visits: { schoolName: string; day: Day }[];
}

/** Whoever has lines of a plan and may sign in, with what is still proposed to them, by date. */
const MEMBERS = statement(
  'visit-plans.members',
  (id: string, env: Pick<ServerEnv, 'nodeEnv'>) => sql<Member>`
  SELECT u.id, u.name, json_agg(json_build_object('schoolName', s.name, 'day', l.date)
    ORDER BY l.date, s.name, l.id) AS visits
  FROM visit_plan_lines l
  JOIN schools s ON s.id = l.school_id
  JOIN users u ON u.id = l.visitor_id
  WHERE l.plan_id = ${id} AND ${openPlanLine()} AND ${mayBeUsedSql('u', env)}
  GROUP BY u.id ORDER BY u.id`,
  ['', { nodeEnv: 'production' }],
);

const SENT = statement(
  'visit-plans.sent',
  (id: string, by: string) => sql`
  UPDATE visit_plans SET sent_at = now(), sent_by_id = ${by}, version = version + 1,
    updated_at = now()
  WHERE id = ${id}`,
);

/** Shows a plan to the teams, and tells each member of their own part. */
@Injectable()
export class VisitPlanSendingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  /**
   * Each member gets one email a plan and day. Without a mail server the teams see the plan in the tracker alone.
   *
   * @throws 404; 409 where it has changed, or is not the plan of its year
   */
  async send(id: string, by: SignedInUser, version: number | undefined): Promise<VisitPlanSending> {
    const today = this.clock.today();
    const sending = await this.transactions.write(async (manager): Promise<VisitPlanSending> => {
      const present = () => getVisitPlan(manager, id);
      const plan = await lockForChange(manager, VisitPlanEntity, id, {
        ...{ what: 'the plan', version, present },
      });
      if (!plan.inUse) throw conflict('Only the plan of the year is sent to the teams.', plan);
      let mails = 0;
      for (const { id: userId, name, visits } of await MEMBERS.rows(manager, id, this.env)) {
        const mail = visitPlanMail({ name, by: by.name, planName: plan.name, visits });
        const dedupeKey = `visit-plan:${id}:${userId}:${today}`;
        const sent = await queueStaffMail(manager, {
          ...{ userId, kind: 'visit_plan', dedupeKey },
          ...mail,
        });
        if (sent) mails += 1;
      }
      await SENT.run(manager, id, by.id);
      return { plan: await present(), mails };
    });
    if (sending.mails > 0) await this.jobs.nudge('send-mails', {});
    return sending;
  }
}
