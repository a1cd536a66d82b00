export * from './refresh-lines';
export * from './take-over-year';
