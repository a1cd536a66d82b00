export * from './counted-fields';
export * from './fact-columns';
export * from './key-stages';
export * from './plan-fact';
export * from './plan-values';
