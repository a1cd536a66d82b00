export * from './actor';
export * from './record-event';
export * from './verify-audit';
