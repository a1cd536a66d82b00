export * from './plan-round';
export * from './plan-state';
export * from './plan-rules';
export * from './plan-address';
export * from './plan-succession';
export * from './plan-years';
