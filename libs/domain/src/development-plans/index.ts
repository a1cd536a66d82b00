export * from './plan-round';
export * from './plan-state';
