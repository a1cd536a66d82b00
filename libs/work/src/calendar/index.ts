export * from './calendar-file';
export { CALENDAR_FILE_KINDS, type CalendarFileKind } from './calendar-kinds';
export * from './get-school-calendar';
export * from './import-calendar';
