export * from './record-visit-event';
export * from './visit-order';
