import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { JOB_ATTEMPTS, TRACKER_QUEUE, type TrackerJob, type TrackerJobs } from './jobs';

const OPTIONS: JobOptions = {
  attempts: JOB_ATTEMPTS,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: 100,
  removeOnFail: 500,
};

/** Longest that a request waits for Redis before it leaves the work to the sweep. */
const NUDGE_TIMEOUT_MS = 1_500;

/** The way to say "there is work"; the work itself is in PostgreSQL already. */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(@InjectQueue(TRACKER_QUEUE) private readonly queue: Queue) {}

  /**
   * Adds a job. Never throws and never keeps a request waiting for a Redis that is away: the worker
   * finds the work all the same when it next sweeps. Call it after the transaction has committed.
   *
   * @param delay milliseconds until it is done
   */
  async nudge<J extends TrackerJob>(job: J, data: TrackerJobs[J], delay = 0): Promise<void> {
    if (this.queue.client.status !== 'ready') {
      this.logger.warn(`Redis is away: the job ${job} is left to the next sweep.`);
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Redis did not answer')), NUDGE_TIMEOUT_MS);
    });
    try {
      await Promise.race([this.queue.add(job, data, { ...OPTIONS, delay }), timeout]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The job ${job} is left to the next sweep: ${reason}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Jobs that wait in Redis, or null when it is away. */
  async waiting(): Promise<number | null> {
    if (this.queue.client.status !== 'ready') return null;
    const counts = await this.queue.getJobCounts();
    return counts.waiting + counts.delayed;
  }

  /** Whether Redis answers now. */
  async isUp(): Promise<boolean> {
    if (this.queue.client.status !== 'ready') return false;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), 1_000);
    });
    try {
      await Promise.race([this.queue.client.ping(), timeout]);
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
