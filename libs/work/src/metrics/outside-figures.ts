import type { Queue } from 'bull';
import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { WAITING_WORK } from './waiting-work';

/** What stands outside this process is asked for no longer than this; monitoring waits for the answer. */
const PATIENCE_MS = 2_000;

interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Figures that are looked up when they are asked for: the pool, PostgreSQL's tables and Redis's queue. */
export class OutsideFigures {
  private readonly up: Gauge<'server'>;
  private readonly connections: Gauge<'state'>;
  private readonly jobs: Gauge<'queue' | 'state'>;
  private readonly oldestJob: Gauge<'queue'>;
  private readonly waiting: Gauge<'work'>;
  private readonly oldest: Gauge<'work'>;

  constructor(
    registry: Registry,
    private readonly dataSource: DataSource,
    private readonly queue: Queue,
  ) {
    const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Gauge<L>({ name: `tracker_${name}`, help, labelNames, registers: [registry] });
    this.up = gauge('server_up', 'Whether PostgreSQL and Redis answer: 1 or 0.', 'server');
    this.connections = gauge(
      'database_connections',
      'Connections to PostgreSQL in use and idle, and how many wait.',
      'state',
    );
    this.jobs = gauge('queue_jobs', 'Jobs in Redis by state.', 'queue', 'state');
    this.oldestJob = gauge(
      'queue_oldest_job_seconds',
      'Age of the job that has waited longest; 0 when none waits.',
      'queue',
    );
    this.waiting = gauge('work_waiting', 'Rows that wait for a worker, or are worked on.', 'work');
    this.oldest = gauge(
      'work_oldest_seconds',
      'Age of the oldest of them; 0 when there is none.',
      'work',
    );
  }

  /** What does not answer says nothing: its figures are left out, not told as they once were. */
  async look(): Promise<void> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    this.connections.set({ state: 'in_use' }, pool.totalCount - pool.idleCount);
    this.connections.set({ state: 'idle' }, pool.idleCount);
    this.connections.set({ state: 'waiting' }, pool.waitingCount);
    await Promise.all([
      this.ask('postgres', () => this.lookIntoTables(), [this.waiting, this.oldest]),
      this.ask('redis', () => this.lookIntoQueue(), [this.jobs, this.oldestJob]),
    ]);
  }

  private async ask(
    server: string,
    look: () => Promise<() => void>,
    figures: { reset(): void }[],
  ): Promise<void> {
    let tell: (() => void) | null = null;
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => {
      late = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    try {
      tell = await Promise.race([look(), patience]);
    } catch {
      // That it is away is the figure.
    }
    clearTimeout(late);
    for (const figure of figures) figure.reset();
    tell?.();
    this.up.set({ server }, tell ? 1 : 0);
  }

  private async lookIntoTables(): Promise<() => void> {
    const rows = await WAITING_WORK.rows(this.dataSource);
    return () => {
      for (const { work, waiting, oldestSeconds } of rows) {
        this.waiting.set({ work }, waiting);
        this.oldest.set({ work }, Math.max(0, oldestSeconds ?? 0));
      }
    };
  }

  private async lookIntoQueue(): Promise<() => void> {
    const { queue } = this;
    if (queue.client.status !== 'ready') throw new Error('Redis is away');
    const [counts, [oldest]] = await Promise.all([
      queue.getJobCounts(),
      queue.getJobs(['waiting'], 0, 0, true),
    ]);
    return () => {
      for (const state of ['waiting', 'active', 'delayed', 'failed'] as const)
        this.jobs.set({ queue: queue.name, state }, counts[state]);
      const age = oldest ? (Date.now() - oldest.timestamp - (oldest.opts.delay ?? 0)) / 1_000 : 0;
      this.oldestJob.set({ queue: queue.name }, Math.max(0, age));
    };
  }
}
