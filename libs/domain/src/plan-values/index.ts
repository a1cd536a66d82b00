export * from './counted-fields';
export * from './key-stages';
export * from './plan-values';
