export * from './assign-regions';
