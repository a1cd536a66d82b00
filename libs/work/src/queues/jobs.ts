/** The one Bull queue. Its jobs carry no truth: each says "look at the table", so a lost or doubled one is harmless. */
export const TRACKER_QUEUE = 'tracker';

/** A job is tried so often; what is left undone then is found by the next sweep. */
export const JOB_ATTEMPTS = 3;

/** Every job and what travels with it. */
export interface TrackerJobs {
  /** Rank what is stale; with `refreshId`, keep that run's record. */
  'refresh-priority-scores': { refreshId?: string };
  /** Every school is out of date: a new day. */
  'mark-all-stale': Record<string, never>;
  'run-import': { importId: string };
  'undo-import': { importId: string };
  /** Send what waits in the outbox. */
  'send-mails': Record<string, never>;
  /** Write the morning's digests, if that has not been done today. */
  'queue-digests': Record<string, never>;
  /** Make what waits in the table of reports. */
  'make-reports': Record<string, never>;
  /** Read the plans that were captured. */
  'read-plans': Record<string, never>;
  /** Make a plan of visits that waits in its table. */
  'make-visit-plan': { planId: string };
  /** Look for work whose nudge was lost. */
  sweep: Record<string, never>;
}

export type TrackerJob = keyof TrackerJobs;

const EVERY_JOB: Record<TrackerJob, true> = {
  'refresh-priority-scores': true,
  'mark-all-stale': true,
  'run-import': true,
  'undo-import': true,
  'send-mails': true,
  'queue-digests': true,
  'make-reports': true,
  'read-plans': true,
  'make-visit-plan': true,
  sweep: true,
};
export const TRACKER_JOBS = Object.keys(EVERY_JOB) as readonly TrackerJob[];
