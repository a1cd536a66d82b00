import { instantInWords } from '../fields/texts';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** `14:02` of today, else with its day. */
export function momentInWords(instant: string): string {
  const at = new Date(instant);
  return day.format(at) === day.format(new Date()) ? time.format(at) : instantInWords(instant);
}
