export * from './hub-calendar';
