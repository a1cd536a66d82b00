import type { BusyCalendar } from '@tracker/contract';
import { formatDay, plural } from '@tracker/domain';
import { instantInWords } from '../fields/texts';

const NAMED = 5;

/** How it stands with one's calendar, in sentences. */
export function busyCalendarInWords({
  address,
  readAt,
  problem,
  days,
}: Omit<BusyCalendar, 'hosts'>): string[] {
  if (address === null) {
    return [
      'The tracker can read from your Outlook calendar on which days you are busy. No visit is suggested for these, and nothing else of it is kept.',
    ];
  }
  const said = [];
  if (problem !== null) said.push(`It could not be read last time. ${problem}`);
  if (readAt === null) {
    if (problem === null) said.push('Your calendar is read within a few minutes.');
    return said;
  }
  said.push(`Last read ${instantInWords(readAt)}; it is read each hour.`);
  const named = days.slice(0, NAMED).map(formatDay).join(', ');
  const more = days.length > NAMED ? ` and ${plural(days.length - NAMED, 'later day')}` : '';
  said.push(days.length === 0 ? 'No busy days are coming.' : `Busy on ${named}${more}.`);
  return said;
}
