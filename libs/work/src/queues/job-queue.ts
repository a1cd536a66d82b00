import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { inWords, redisFaultOf } from './redis-fault';
import { JOB_ATTEMPTS, TRACKER_QUEUE, type TrackerJob, type TrackerJobs } from './jobs';

const OPTIONS: JobOptions = {
  attempts: JOB_ATTEMPTS,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: 100,
  removeOnFail: 500,
};

/** Longest that a request waits for Redis before it leaves the work to the sweep. */
const NUDGE_TIMEOUT_MS = 1_500;
const PROBE_TIMEOUT_MS = 1_000;
/** Written to find out whether anything can be. */
const PROBE = 'tracker:probe';

const EMPTIED = inWords(
  'Redis was emptied; the worker sets its clockwork up again within a minute',
);

/** The way to say "there is work"; the work itself is in PostgreSQL already. */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);
  /** The worker's clockwork was seen in Redis. */
  private wasArmed = false;

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
    try {
      await inTime(this.queue.add(job, data, { ...OPTIONS, delay }), NUDGE_TIMEOUT_MS);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The job ${job} is left to the next sweep: ${reason}`);
    }
  }

  /** Jobs that wait in Redis, or null when it is away. */
  async waiting(): Promise<number | null> {
    if (this.queue.client.status !== 'ready') return null;
    const counts = await this.queue.getJobCounts();
    return counts.waiting + counts.delayed;
  }

  /**
   * Why Redis cannot be used at this moment, in words; null when it can. Found out by a write, because
   * a full Redis and a replica answer a ping.
   */
  async fault(): Promise<string | null> {
    if (this.queue.client.status !== 'ready') return redisFaultOf('away');
    try {
      const { client } = this.queue;
      await inTime(client.set(PROBE, String(Date.now()), 'PX', 60_000), PROBE_TIMEOUT_MS);
      const armed = (await inTime(client.exists(this.queue.toKey('repeat')), PROBE_TIMEOUT_MS)) > 0;
      this.wasArmed ||= armed;
      return this.wasArmed && !armed ? EMPTIED : null;
    } catch (error) {
      return redisFaultOf(error);
    }
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer')), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
