import { addDays, type Day, type Invitation, londonInstant } from '@tracker/domain';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { wireAddress, wireLine, wireText } from './wire-text';

const PRODUCT = { company: 'music-hub', product: 'school-engagement-tracker', language: 'EN' };

/** Somebody as a calendar names them. */
export interface CalendarPerson {
  /** Empty when there is none. */
  name: string;
  address: string;
}

/** A school's invitation, or the taking back of one. */
export interface InvitationFile {
  invitation: Invitation;
  organizer: CalendarPerson;
  attendee: CalendarPerson;
  /** Plain text. */
  description: string;
  /** When it was written. */
  stamp: Date;
}

/** The .ics of a mail to a school. */
export function invitationFile(file: InvitationFile): string {
  const { invitation, organizer, attendee, description, stamp } = file;
  const isCancel = invitation.method === 'CANCEL';
  const calendar = ical({
    prodId: PRODUCT,
    method: isCancel ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp,
    ...spanOf(invitation),
    summary: wireLine(invitation.summary),
    location: wireLine(invitation.location),
    description: wireText(description),
    status: isCancel ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: calendarPerson(organizer),
    attendees: [
      {
        ...calendarPerson(attendee),
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        type: ICalAttendeeType.INDIVIDUAL,
        rsvp: false,
      },
    ],
  });
  return calendar.toString();
}

/** A quotation mark would end a name too soon, and has no other form there (RFC 5545). */
function calendarPerson({ name, address }: CalendarPerson): { name: string; email: string } {
  const email = wireAddress(address);
  return { name: wireLine(name).replaceAll('"', "'") || email, email };
}

/** A visit in a visitor's own calendar. */
export interface FeedEvent {
  uid: string;
  sequence: number;
  changedAt: Date;
  day: Day;
  /** `HH:MM` in Europe/London; null is the whole day. */
  startTime: string | null;
  minutes: number;
  summary: string;
  location: string;
  description: string;
  /** Where the tracker shows it. */
  url: string;
  /** Whether the school has agreed to it. */
  confirmed: boolean;
}

/** The calendar that people subscribe to. The same visits give the same text. */
export function feedFile(name: string, events: readonly FeedEvent[]): string {
  const calendar = ical({
    prodId: PRODUCT,
    name: wireLine(name),
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      ...spanOf(event),
      summary: wireLine(event.summary),
      location: wireLine(event.location),
      description: wireText(event.description),
      url: event.url,
      status: event.confirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return calendar.toString();
}

/** Instants in UTC, which every calendar reads; a whole day has no zone. */
function spanOf(of: {
  day: Day;
  startTime: string | null;
  minutes: number;
}): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (of.startTime === null) {
    return { start: noon(of.day), end: noon(addDays(of.day, 1)), allDay: true };
  }
  const start = londonInstant(of.day, of.startTime);
  return { start: new Date(start), end: new Date(start + of.minutes * 60_000) };
}

/** An instant whose date in UTC, which is what is written of a whole day, is this day. */
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
