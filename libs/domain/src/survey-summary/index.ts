export * from './figures';
export * from './finding';
export * from './in-ten';
export * from './summary';
export * from './summary-questions';
