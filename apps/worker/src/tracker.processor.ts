import { OnQueueCompleted, OnQueueError, OnQueueFailed, Process, Processor } from '@nestjs/bull';
import { Logger, type OnModuleInit } from '@nestjs/common';
import { LogLine, Metrics, TRACKER_QUEUE, type TrackerJobs } from '@tracker/work';
import type { Job } from 'bull';
import { refuseUnhandledJobs } from './handled-jobs';
import { WorkService } from './work.service';

/** One handler a job; each only says which piece of work it is. */
@Processor(TRACKER_QUEUE)
export class TrackerProcessor implements OnModuleInit {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly work: WorkService,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    refuseUnhandledJobs(TrackerProcessor);
  }

  @Process('refresh-priority-scores')
  refresh({ data }: Job<TrackerJobs['refresh-priority-scores']>) {
    return this.work.refresh(data.refreshId);
  }

  @Process('mark-all-stale')
  markAllStale() {
    return this.work.startNewDayOnce();
  }

  @Process('run-import')
  runImport() {
    return this.work.imports();
  }

  @Process('undo-import')
  undoImport() {
    return this.work.imports();
  }

  @Process('send-mails')
  sendMails() {
    return this.work.sendMails();
  }

  @Process('queue-digests')
  queueDigests() {
    return this.work.digests();
  }

  @Process('make-reports')
  makeReports() {
    return this.work.reports();
  }

  @Process('read-plans')
  readPlans() {
    return this.work.plans();
  }

  @Process('make-visit-plan')
  makeVisitPlan({ data }: Job<TrackerJobs['make-visit-plan']>) {
    return this.work.visitPlan(data.planId);
  }

  @Process('sweep')
  sweep() {
    return this.work.sweep();
  }

  @OnQueueCompleted()
  completed(job: Job): void {
    this.metrics.job(job.name, 'done', tookOf(job));
  }

  @OnQueueFailed()
  failed(job: Job, error: Error): void {
    this.metrics.job(job.name, 'failed', tookOf(job));
    const fields = { job: job.name, id: String(job.id), attempt: job.attemptsMade };
    const words = `${job.name} ${job.id}, try ${job.attemptsMade}:`;
    this.logger.error(new LogLine(words, fields, error.stack ?? error.message));
  }

  @OnQueueError()
  away(error: Error): void {
    this.logger.warn(`Redis: ${error.message}`);
  }
}

/** Milliseconds since it was last begun; one that never was (it stalled too often) took none. */
const tookOf = ({ processedOn }: Job): number =>
  processedOn === undefined ? 0 : Date.now() - processedOn;
