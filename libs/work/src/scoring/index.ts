export * from './rebuild-lineage';
export * from './refresh-priority-scores';
export * from './run-refresh';
export * from './stop-refresh';
