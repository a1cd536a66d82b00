import { InjectQueue } from '@nestjs/bull';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { JOB_ATTEMPTS, Metrics, TRACKER_QUEUE } from '@tracker/work';
import { outageOf, renewConnections } from '@tracker/data';
import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { WorkService } from './work.service';

/** Just after midnight, when every state and score may have changed. */
const NIGHTLY = { cron: '5 0 * * *', tz: 'Europe/London' };
/** When people begin to work. */
const MORNING = { cron: '0 7 * * *', tz: 'Europe/London' };
const SWEEP_MS = 60_000;
const ARMING_TIMEOUT_MS = 5_000;
/** What is done once a day is not given up for a minute's outage. */
const LATER = { type: 'exponential', delay: 60_000 };

/**
 * The worker's clockwork. Each minute this process looks by itself for work and for a new day,
 * whether Redis is there or not; what is done twice is done once, by the tables. Bull's repeated jobs
 * wake whichever worker is free on time, and are set up anew each minute in case Redis was emptied.
 */
@Injectable()
export class ScheduleService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Schedule');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly underWay = new Set<string>();
  private renewing: Promise<void> | undefined;
  private lastFault = '';

  constructor(
    @InjectQueue(TRACKER_QUEUE) private readonly queue: Queue,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly work: WorkService,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    // Redis may be away now, or come back empty: armed again, and what nobody was woken for is done.
    this.queue.client.on('ready', () => void this.tick());
    for (const part of Object.keys(this.work.parts)) this.metrics.willSweep(part);
    this.timer = setInterval(() => void this.tick(), SWEEP_MS);
    void this.tick();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  /** What is due this minute. Never throws: the next minute tries again. */
  async tick(): Promise<void> {
    if (this.stopped) return;
    const parts = Object.entries(this.work.parts).map(([name, part]) => this.once(name, part));
    await Promise.all([this.arm(), ...parts]);
  }

  /** Leaves alone what the minute before began and is still at. */
  private async once(name: string, part: () => Promise<void>): Promise<void> {
    if (this.underWay.has(name)) return;
    this.underWay.add(name);
    try {
      await part();
      this.metrics.sweep(name, 'done');
    } catch (error) {
      this.metrics.sweep(name, 'failed');
      const outage = outageOf(error);
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(
        `This minute's look for ${name} broke off (${outage ?? 'a fault'}): ${reason}`,
      );
      // Connections to what was the primary may lead to a standby now.
      if (outage === 'read_only') await this.renew();
    } finally {
      this.underWay.delete(name);
    }
  }

  private renew(): Promise<void> {
    this.renewing ??= renewConnections(this.dataSource).finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async arm(): Promise<void> {
    const { queue } = this;
    if (this.stopped || queue.client.status !== 'ready') return;
    let late: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error('Redis did not answer')), ARMING_TIMEOUT_MS);
    });
    try {
      await Promise.race([this.addRepeated(), timeout]);
      this.lastFault = '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.lastFault) this.logger.warn(`Not armed: ${reason}`);
      this.lastFault = reason;
    } finally {
      clearTimeout(late);
    }
  }

  private async addRepeated(): Promise<void> {
    const { queue } = this;
    const sweeps = { repeat: { every: SWEEP_MS }, removeOnComplete: true, removeOnFail: 50 };
    await queue.add('sweep', {}, sweeps);
    const daily = { attempts: JOB_ATTEMPTS, backoff: LATER, removeOnComplete: true };
    await queue.add('mark-all-stale', {}, { repeat: NIGHTLY, ...daily });
    await queue.add('queue-digests', {}, { repeat: MORNING, ...daily });
  }
}
