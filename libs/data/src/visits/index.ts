export * from './record-visit-event';
export * from './visit-order';
export * from './visit-pieces';
