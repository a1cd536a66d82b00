import { InjectQueue } from '@nestjs/bull';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { JOB_ATTEMPTS, TRACKER_QUEUE } from '@tracker/server';
import type { Queue } from 'bull';

/** Just after midnight, when every state and score may have changed. */
const NIGHTLY = { cron: '5 0 * * *', tz: 'Europe/London' };
/** When people begin to work. */
const MORNING = { cron: '0 7 * * *', tz: 'Europe/London' };
const SWEEP_MS = 60_000;
/** What is done once a day is not given up for a minute's outage. */
const LATER = { type: 'exponential', delay: 60_000 };

/** The worker's clockwork: a sweep each minute and a full ranking each night. */
@Injectable()
export class ScheduleService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Schedule');
  private stopped = false;

  constructor(@InjectQueue(TRACKER_QUEUE) private readonly queue: Queue) {}

  onApplicationBootstrap(): void {
    // Redis may be away at this moment, or come back empty later: said again at each connection.
    this.queue.client.on('ready', () => void this.arm());
    if (this.queue.client.status === 'ready') void this.arm();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  private async arm(): Promise<void> {
    if (this.stopped) return;
    try {
      await this.queue.add(
        'sweep',
        {},
        { repeat: { every: SWEEP_MS }, removeOnComplete: true, removeOnFail: 50 },
      );
      await this.queue.add(
        'mark-all-stale',
        {},
        { repeat: NIGHTLY, attempts: JOB_ATTEMPTS, backoff: LATER, removeOnComplete: true },
      );
      await this.queue.add(
        'queue-digests',
        {},
        { repeat: MORNING, attempts: JOB_ATTEMPTS, backoff: LATER, removeOnComplete: true },
      );
      // At once as well: whatever was written while nobody was there to rank it.
      await this.queue.add('sweep', {}, { removeOnComplete: true, removeOnFail: 50 });
    } catch (error) {
      this.logger.warn(`Not armed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
