export * from './calendar-file';
export * from './get-school-calendar';
export * from './import-calendar';
