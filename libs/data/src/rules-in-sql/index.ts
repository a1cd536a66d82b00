export * from './visit-rules';
export * from './school-rules';
export * from './action-rules';
export * from './survey-rules';
export * from './on-record';
export * from './plan-rules';
export * from './plan-line-rules';
export * from './day-offer-rules';
