export * from './record-visit-event';
