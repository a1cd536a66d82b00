export * from './fetch-bounded';
