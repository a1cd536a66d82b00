import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Seconds; an import or a report takes minutes. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 1_200];

/**
 * What a process counts of its own work. No label is anything that somebody typed: routes are
 * templates, jobs and parts of the sweep come from our own tables.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly swept = new Map<string, number>();

  private readonly requests = new Histogram({
    name: 'tracker_http_request_duration_seconds',
    help: 'Requests by route template, from their arrival to the end of their answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers: [this.registry],
  });

  private readonly jobs = new Histogram({
    name: 'tracker_job_duration_seconds',
    help: 'Jobs of the queue that this process has tried, by how they ended: done or failed.',
    labelNames: ['job', 'outcome'],
    buckets: JOB_BUCKETS,
    registers: [this.registry],
  });

  private readonly sweeps = new Counter({
    name: 'tracker_sweep_runs_total',
    help: 'Looks for work by the clock of this worker, by part and by how they ended: done or failed.',
    labelNames: ['part', 'outcome'],
    registers: [this.registry],
  });

  private readonly slowStatements = new Counter({
    name: 'tracker_slow_statements_total',
    help: 'Statements that took longer than TRACKER_SLOW_QUERY_MS.',
    registers: [this.registry],
  });

  constructor() {
    const { swept } = this;
    new Gauge({
      name: 'tracker_sweep_age_seconds',
      help: 'Seconds since each part of the sweep last ended well, or since this worker began.',
      labelNames: ['part'],
      registers: [this.registry],
      collect() {
        for (const [part, at] of swept) this.set({ part }, (Date.now() - at) / 1_000);
      },
    });
  }

  /** Memory, processor time and the delay of the event loop; they cost a timer. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  request(method: string, route: string, status: number, milliseconds: number): void {
    const labels = { method: METHODS.has(method) ? method : 'other', route, status };
    this.requests.observe(labels, milliseconds / 1_000);
  }

  job(job: string, outcome: 'done' | 'failed', milliseconds: number): void {
    this.jobs.observe({ job, outcome }, milliseconds / 1_000);
  }

  /** From now on the age of this part of the sweep is told. */
  willSweep(part: string): void {
    this.swept.set(part, Date.now());
  }

  sweep(part: string, outcome: 'done' | 'failed'): void {
    this.sweeps.inc({ part, outcome });
    if (outcome === 'done') this.swept.set(part, Date.now());
  }

  slowStatement(): void {
    this.slowStatements.inc();
  }
}
