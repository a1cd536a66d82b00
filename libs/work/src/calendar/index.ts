export * from './calendar-file';
export { getSchoolCalendar } from '@tracker/data';
export * from './import-calendar';
