export * from './assign-regions';
export * from './school-groups';
export * from './school-scope-on';
export * from './stale-scores';
