import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Clock,
  emptyBins,
  ENV,
  findUnfinishedRefreshes,
  queueDigests,
  queueMonthlyDigests,
  queueVisitReminders,
  removeLeftovers,
  removePlanOriginals,
  runRefresh,
  runVisitPlan,
  sendMails,
  sweepBusyCalendars,
  sweepImports,
  sweepPlans,
  sweepReports,
  sweepVisitPlans,
} from '@tracker/work';
import { markAllStale, onceADay } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import type { DataSource } from 'typeorm';

/** When the morning begins, London time. */
const DIGESTS_AT = '07:00';

/** What the jobs do. Each can be done twice, by several workers at once, and be cut off anywhere. */
@Injectable()
export class WorkService {
  private sending: Promise<void> | undefined;
  private mailsAskedFor = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly clock: Clock,
  ) {}

  async refresh(refreshId?: string): Promise<void> {
    await runRefresh(this.dataSource, this.clock.today(), refreshId);
  }

  /** A new day: states and scores depend on it, and what has long been over is taken away. */
  async startNewDay(): Promise<void> {
    await this.dataSource.transaction((manager) => markAllStale(manager));
    await this.afterMidnight();
  }

  /** The new day's work, if nobody has begun it: asked for each minute, and by Bull at its hour. */
  async startNewDayOnce(): Promise<void> {
    const today = this.clock.today();
    if (await onceADay(this.dataSource, 'new day', today, markAllStale)) await this.afterMidnight();
  }

  private async afterMidnight(): Promise<void> {
    await this.refresh();
    await removeLeftovers(this.dataSource);
    await emptyBins(this.dataSource);
    await removePlanOriginals(this.dataSource, this.clock.today());
  }

  /** Runs and undoes what waits in the table of imports, then ranks what that touched. */
  async imports(): Promise<void> {
    const { dataDir } = this.env;
    await sweepImports(this.dataSource, { dataDir, today: this.clock.today() });
    await this.refresh();
  }

  /** Makes what waits in the table of reports. */
  async reports(): Promise<void> {
    const { dataDir } = this.env;
    await sweepReports(this.dataSource, { dataDir, today: this.clock.today() });
  }

  /** Reads the plans that were captured. */
  async plans(): Promise<void> {
    const { dataDir } = this.env;
    await sweepPlans(this.dataSource, { dataDir, today: this.clock.today() });
  }

  /** Reads visitors' own calendars, each once an hour. */
  async calendars(): Promise<void> {
    await sweepBusyCalendars(this.dataSource, { today: this.clock.today() });
  }

  /** Makes a plan of visits, if nobody has. */
  async visitPlan(planId: string): Promise<void> {
    await runVisitPlan(this.dataSource, planId);
  }

  /**
   * Sends what waits in the outbox. A process is at one email at a time, whoever asks, so that its
   * death leaves no more than one of which nobody knows whether it arrived.
   */
  sendMails(): Promise<void> {
    this.mailsAskedFor = true;
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.mailsAskedFor) {
      this.mailsAskedFor = false;
      await sendMails(this.dataSource, { env: this.env, today: this.clock.today() });
    }
  }

  /** The morning's reminders once a day, the month's figures once a month, and schools' visits a week before, however often it is asked for. */
  async digests(): Promise<void> {
    await queueDigests(this.dataSource, this.clock.today(), this.env);
    await queueMonthlyDigests(this.dataSource, this.clock.today(), this.env);
    await queueVisitReminders(this.dataSource, this.clock.today());
    await this.sendMails();
  }

  /** Each minute's work by name. None waits for another: an import or a report takes minutes. */
  readonly parts: Readonly<Record<string, () => Promise<void>>> = {
    'a new day': () => this.startNewDayOnce(),
    imports: () => this.imports(),
    ranks: () => this.refreshes(),
    // A morning on which nobody was there to write them is made up for.
    mails: () => (this.clock.timeOfDay() >= DIGESTS_AT ? this.digests() : this.sendMails()),
    reports: () => this.reports(),
    plans: () => this.plans(),
    calendars: () => this.calendars(),
    'visit plans': async () => void (await sweepVisitPlans(this.dataSource)),
  };

  /** Finds the work whose nudge was lost, with Redis or with a worker. */
  async sweep(): Promise<void> {
    const parts = await Promise.allSettled(Object.values(this.parts).map((part) => part()));
    const broken = parts.find(({ status }) => status === 'rejected');
    if (broken?.status === 'rejected') throw broken.reason;
  }

  private async refreshes(): Promise<void> {
    for (const id of await findUnfinishedRefreshes(this.dataSource)) await this.refresh(id);
    await this.refresh();
  }
}
