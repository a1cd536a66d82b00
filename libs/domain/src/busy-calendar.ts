import { addDays, type Day, londonInstant, londonToday } from './day';
import { LIMITS } from './limits';
import type { DayRange } from './school-calendar';

/** Hosts of published calendars that are read until a hub names others: Outlook's. */
export const DEFAULT_CALENDAR_HOSTS: readonly string[] = [
  'outlook.office365.com',
  'outlook.office.com',
];

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** What is wrong with the hosts of calendars, in sentences; none at all reads no calendars. */
export function checkCalendarHosts(hosts: readonly string[]): string[] {
  if (hosts.length > LIMITS.busyCalendar.hosts) {
    return [`There must be at most ${LIMITS.busyCalendar.hosts} hosts of calendars.`];
  }
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong === undefined) return [];
  return [`“${wrong.slice(0, 100)}” is not the name of a host, such as outlook.office.com.`];
}

/**
 * The address of a published calendar as it is read: `webcal:` is what calendars call `https:`.
 *
 * @returns the address, or why it is not read
 */
export function calendarAddress(
  typed: string,
  hosts: readonly string[],
): { address: string } | { problem: string } {
  const text = typed.trim().replace(/^webcals?:/i, 'https:');
  if (text.length > LIMITS.busyCalendar.address) {
    return { problem: `The address must be at most ${LIMITS.busyCalendar.address} characters.` };
  }
  if (!URL.canParse(text)) return { problem: 'Paste the whole address, from https:// to .ics.' };
  const problem = hostProblem(new URL(text), hosts);
  return problem === null ? { address: new URL(text).href } : { problem };
}

/** Why nothing is asked of an address, in a sentence; null where it may be. */
export function hostProblem(url: URL, hosts: readonly string[]): string | null {
  if (url.protocol !== 'https:') return 'The address must begin with https://.';
  if (url.username !== '' || url.password !== '' || url.port !== '') {
    return 'The address must be without a name, password or port.';
  }
  if (hosts.includes(url.hostname)) return null;
  if (hosts.length === 0) return 'This hub reads no calendars.';
  return `Calendars are read from ${hosts.join(' and ')} only.`;
}

/** From one instant to another, in milliseconds since 1970 UTC. */
export interface BusySpan {
  start: number;
  end: number;
}

/** Visits are made in these hours; a day of which half is taken is taken. */
const SCHOOL_HOURS = { from: '09:00', to: '15:00' };
const ENOUGH_MS = 3 * 3_600_000;

/**
 * The days on which somebody is busy: with something that lasts the whole day, or for three hours and more
 * of those from 9 to 3 o'clock. An hour's meeting leaves a day for a visit.
 *
 * @param spans may overlap
 * @param within no other days are looked at
 */
export function busyDays(
  spans: readonly BusySpan[],
  wholeDays: readonly DayRange[],
  within: DayRange,
): Day[] {
  const taken = new Map<Day, BusySpan[]>();
  for (const { start, end } of spans) {
    if (end <= start) continue;
    const last = earlier(londonToday(end - 1), within.to);
    for (let day = later(londonToday(start), within.from); day <= last; day = addDays(day, 1)) {
      const from = Math.max(start, londonInstant(day, SCHOOL_HOURS.from));
      const to = Math.min(end, londonInstant(day, SCHOOL_HOURS.to));
      if (from < to) taken.set(day, [...(taken.get(day) ?? []), { start: from, end: to }]);
    }
  }
  const busy = new Set<Day>();
  for (const [day, parts] of taken) if (lengthOf(parts) >= ENOUGH_MS) busy.add(day);
  for (const { from, to } of wholeDays) {
    const last = earlier(to, within.to);
    for (let day = later(from, within.from); day <= last; day = addDays(day, 1)) busy.add(day);
  }
  return [...busy].sort();
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Of all parts together, what two of them share counted once. */
function lengthOf(parts: readonly BusySpan[]): number {
  let sum = 0;
  let until = -Infinity;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return sum;
}
