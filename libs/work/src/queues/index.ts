export * from './jobs';
export * from './job-queue';
