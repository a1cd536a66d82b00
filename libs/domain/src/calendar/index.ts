export * from './hub-calendar';
export * from './check-calendar';
export * from './read-calendar-file';
