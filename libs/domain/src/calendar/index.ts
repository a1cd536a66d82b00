export * from './hub-calendar';
export * from './half-terms';
export * from './check-calendar';
export * from './read-calendar-file';
export * from './calendar-sheet';
export * from './bank-holidays';
export * from './read-term-rows';
