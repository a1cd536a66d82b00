export * from './actor';
export * from './app-role';
export * from './record-event';
export * from './verify-audit';
