import { createRequire } from 'node:module';
import {
  addDays,
  type BusySpan,
  busyDays,
  type Day,
  type DayRange,
  londonInstant,
} from '@tracker/domain';
import { UnreadableFileError } from '@tracker/files';
import type { default as Ical } from 'ical.js' with { 'resolution-mode': 'import' };

// Its types speak of the ES module alone; what is required is built for CommonJS.
const ICAL = createRequire(__filename)('ical.js') as typeof Ical;

/** Of all entries together; a daily one of ten years has 3,650. */
const MOST_OCCURRENCES = 50_000;

const UNREADABLE = 'What is at the address is no calendar.';
const ODD_ENTRY = 'An entry of the calendar cannot be read.';

/**
 * The days on which somebody is busy by an iCalendar file (RFC 5545). Of its entries nothing else is kept.
 * There are rules by which an entry never comes round again, and the search for the next time never ends: only for
 * a process of its own.
 *
 * @throws UnreadableFileError with a sentence for whoever gave the address
 */
export function readBusyDays(text: string, within: DayRange, most = MOST_OCCURRENCES): Day[] {
  const spans: BusySpan[] = [];
  const wholeDays: DayRange[] = [];
  let seen = 0;
  for (const entry of entriesOf(text)) {
    for (const { startDate, endDate, item } of occurrencesOf(entry, within)) {
      seen += 1;
      if (seen > most) {
        throw new UnreadableFileError('The calendar has too many entries to be read.');
      }
      if (!isBusy(item.component)) continue;
      if (startDate.isDate) wholeDays.push(daysOf(startDate, endDate));
      else spans.push({ start: instantOf(startDate), end: instantOf(endDate) });
    }
  }
  return busyDays(spans, wholeDays, within);
}

type Entry = Ical.Event;
type Occurrence = ReturnType<Entry['getOccurrenceDetails']>;

/** Entries with those of their occurrences that are changed. */
function entriesOf(text: string): Entry[] {
  try {
    const parsed: unknown = ICAL.parse(text);
    const calendar = new ICAL.Component(parsed as never);
    if (calendar.name !== 'vcalendar') throw new UnreadableFileError(UNREADABLE);
    const all = calendar.getAllSubcomponents('vevent');
    const main = new Map<string, Entry>();
    const alone: Entry[] = [];
    for (const component of all) {
      if (component.hasProperty('recurrence-id') || !component.hasProperty('dtstart')) continue;
      const entry = new ICAL.Event(component, { strictExceptions: true });
      if (entry.isRecurring()) main.set(entry.uid, entry);
      else alone.push(entry);
    }
    for (const component of all) {
      if (!component.hasProperty('recurrence-id') || !component.hasProperty('dtstart')) continue;
      const uid = String(component.getFirstPropertyValue('uid'));
      const of = main.get(uid);
      if (of) of.relateException(component);
      else alone.push(new ICAL.Event(component));
    }
    return [...main.values(), ...alone];
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(UNREADABLE, { cause: error });
  }
}

/** Those that may lie within the days, in order. One that began before them is gone through from its beginning. */
function* occurrencesOf(entry: Entry, within: DayRange): Generator<Occurrence> {
  try {
    if (!entry.isRecurring()) {
      const { startDate, endDate } = entry;
      yield { startDate, endDate, item: entry, recurrenceId: startDate };
      return;
    }
    const past = ICAL.Time.fromDateString(addDays(within.to, 2));
    const occurrences = entry.iterator();
    for (let at = occurrences.next(); at && at.compare(past) <= 0; at = occurrences.next()) {
      yield entry.getOccurrenceDetails(at);
    }
  } catch (error) {
    throw new UnreadableFileError(ODD_ENTRY, { cause: error });
  }
}

/** What Outlook marks as free or elsewhere at work, and what is cancelled, keeps nobody from visiting. */
function isBusy(component: Ical.Component): boolean {
  const said = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  if (said('transp') === 'TRANSPARENT' || said('status') === 'CANCELLED') return false;
  return !['FREE', 'WORKINGELSEWHERE'].includes(said('x-microsoft-cdo-busystatus'));
}

/** The end of an entry of whole days is the day after; one without an end lasts its day. */
function daysOf(start: Ical.Time, end: Ical.Time | null): DayRange {
  const from = dayOf(start);
  const last = end === null ? from : addDays(dayOf(end), -1);
  return { from, to: last < from ? from : last };
}

const dayOf = (time: Ical.Time): Day => time.toString().slice(0, 10);

/** A time without a zone, or in one that the file does not explain, is London's. */
const instantOf = (time: Ical.Time): number =>
  time.zone === ICAL.Timezone.localTimezone
    ? londonInstant(dayOf(time), time.toString().slice(11, 16))
    : time.toUnixTime() * 1000;
