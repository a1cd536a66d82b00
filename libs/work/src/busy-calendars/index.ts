export { sweepBusyCalendars } from './sweep-busy-calendars';
