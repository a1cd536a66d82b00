import { TRACKER_JOBS } from '@tracker/work';

/** Names of the jobs that a Bull processor has a method for. */
export function handledJobs(processor: { prototype: object }): string[] {
  return Object.values(Object.getOwnPropertyDescriptors(processor.prototype)).flatMap(
    ({ value }: PropertyDescriptor) => {
      if (typeof value !== 'function') return [];
      const process = Reflect.getMetadata('bull:module_queue_process', value) as
        { name?: string } | undefined;
      return process?.name ?? [];
    },
  );
}

/**
 * A job without a handler would wait in the queue for good, unseen.
 *
 * @throws Error that names the jobs nobody handles
 */
export function refuseUnhandledJobs(processor: { prototype: object }): void {
  const handled = new Set(handledJobs(processor));
  const missing = TRACKER_JOBS.filter((job) => !handled.has(job));
  if (missing.length > 0) throw new Error(`No handler for the jobs ${missing.join(', ')}.`);
}
