import { CONTACT_ROLES } from '../contacts';
import {
  type Invitation,
  MAIL_COMMANDS,
  MAIL_KINDS,
  TEMPLATE_KINDS,
  MAIL_STATUSES,
  type Placeholder,
  type PossibleRecipient,
} from '@tracker/domain';
import {
  type Component,
  day,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID, TIME, record } from './records';

const MAIL_ID = '4e8a2c6d-1b3f-4d57-9c81-7a5e3f1d9b21';

export const INVITATION: Component<Invitation> = shape(
  'Invitation',
  "What a school's calendar is told of a visit.",
  {
    method: oneOf(['REQUEST', 'CANCEL'], 'REQUEST'),
    uid: text(`visit-${ID.visit}@school-engagement-tracker`),
    sequence: integer(0),
    summary: text("Visit of the music hub to St Mary's Primary School"),
    location: text("St Mary's Primary School, Church Lane, Eastmarsh"),
    day: day('2024-12-03'),
    startTime: note('In Europe/London; null is the whole day.', orNull(TIME)),
    minutes: integer(60, 1),
    visitor: orNull(text('Ash Rook')),
  },
);

const MAIL_FIELDS = {
  ...record(MAIL_ID),
  kind: oneOf(MAIL_KINDS, 'visit_confirmed'),
  status: oneOf(MAIL_STATUSES, 'waiting'),
  toName: orNull(text('Jo Marsh')),
  toAddress: note(
    'null where there was nobody to send it to.',
    orNull(text('music@school.example')),
  ),
  subject: text("Our visit to St Mary's Primary School on Tue 3 Dec 2024"),
  /** Plain text. */
  body: text('Dear Jo Marsh, ...'),
  /** What its calendar attachment says; null when it has none. */
  invitation: orNull(INVITATION),
  schoolId: orNull(uuid(ID.school)),
  schoolName: orNull(text("St Mary's Primary School")),
  visitId: orNull(uuid(ID.visit)),
  contactId: orNull(uuid(ID.contact)),
  userId: note(
    'Whom of the staff it is for; null for email to schools.',
    orNull(uuid(ID.head), null),
  ),
  attempts: integer(1),
  /** ISO 8601 instant of the next try; null unless it waits. */
  nextAttemptAt: orNull(instant('2024-11-20T09:16:00.000Z')),
  sentAt: orNull(instant('2024-11-20T09:15:00.000Z'), null),
  /** What went wrong, in a sentence. */
  lastError: orNull(text('The mail server cannot be reached: nothing answers there.')),
  handledByName: note(
    'Who last decided by hand what becomes of it.',
    orNull(text('Hilary Marsh'), null),
  ),
  handledAt: orNull(instant('2024-11-20T09:15:00.000Z'), null),
  commands: note('What may be done about it.', listOf(oneOf(MAIL_COMMANDS, 'cancel'))),
};

export const MAIL = shape('Email', 'An email of the outbox.', MAIL_FIELDS);
/** A mail of the outbox. Members of a regional team and managers see those to schools alone. */
export type Mail = TypeOf<typeof MAIL>;

export const MAIL_WITH_ATTACHMENT = shape(
  'MailWithAttachment',
  'An email with the calendar entry that is attached.',
  {
    ...MAIL_FIELDS,
    /** The .ics as it is attached; null when there is none. */
    attachment: orNull(text('BEGIN:VCALENDAR\r\nEND:VCALENDAR')),
  },
);
/** `GET /api/mails/:id`. */
export type MailWithAttachment = TypeOf<typeof MAIL_WITH_ATTACHMENT>;

export const MAIL_DELIVERY = shape('MailDelivery', 'Whether email can be sent.', {
  server: note(
    '`host:port` of the mail server; null: emails wait until the operator sets SMTP_URL.',
    orNull(text('mail.hub.example:587')),
  ),
  /** The sender. */
  from: text('Music Hub <music@hub.example>'),
  waiting: integer(2),
  held: note(
    'Of those that wait: came with a backup, and go out once somebody has said so.',
    integer(0),
  ),
  failed: integer(1),
  uncertain: integer(0),
  unaddressed: integer(3),
  /** Why the last try of a mail that still waits did not work. */
  problem: orNull(text('The mail server did not answer in time.'), null),
});
/** `GET /api/mail-delivery`: whether mail can leave the house. */
export type MailDelivery = TypeOf<typeof MAIL_DELIVERY>;

export const PLACEHOLDER: Component<Placeholder> = shape(
  'Placeholder',
  'Something a template may name.',
  {
    name: text('school'),
    means: text('the name of the school'),
    example: text("St Mary's Primary School"),
  },
);

export const MAIL_TEMPLATE = shape('MailTemplate', 'The wording of an email.', {
  id: note('The kind of email.', oneOf(TEMPLATE_KINDS, 'visit_confirmed')),
  version: note("0 as long as it is the tracker's own wording.", integer(0)),
  subject: text('Our visit to {{school}} on {{day}}'),
  body: text('Dear {{contact}}, ...'),
  isDefault: flag(true),
  placeholders: listOf(PLACEHOLDER),
});
export type MailTemplate = TypeOf<typeof MAIL_TEMPLATE>;

export const MAIL_PREVIEW = shape('MailPreview', 'How a wording reads.', {
  subject: text("Our visit to St Mary's Primary School on Tue 3 Dec 2024"),
  body: text('Dear Jo Marsh, ...'),
  schoolName: note(
    'The school whose next visit was taken as the example; null: made up.',
    orNull(text("St Mary's Primary School")),
  ),
});
/** The answer to `POST /api/mail-templates/:id/preview`. */
export type MailPreview = TypeOf<typeof MAIL_PREVIEW>;

export const MAIL_SETTINGS = shape('MailSettings', 'What emails say of the hub.', {
  /** How the hub calls itself in mails. */
  hubName: text('Westshire Music Hub'),
  visitMinutes: note('How long a visit takes in calendars.', integer(60, 15)),
  contactEmail: note(
    'Whom schools can write to; null for whoever sent them the link.',
    orNull(text('office@westshire.example')),
  ),
  privacyUrl: note(
    "Where the hub's privacy notice can be read.",
    orNull(text('https://westshire.example/privacy')),
  ),
});
/** `GET` and `PUT /api/mail-settings`. */
export type MailSettings = TypeOf<typeof MAIL_SETTINGS>;

export const POSSIBLE_RECIPIENT: Component<PossibleRecipient> = shape(
  'PossibleRecipient',
  'A contact as emails see it.',
  {
    id: uuid(ID.contact),
    name: text('Jo Marsh'),
    role: oneOf(CONTACT_ROLES, 'music_lead'),
    email: orNull(text('music@school.example')),
    mailRefusedOn: orNull(day('2024-11-20'), null),
  },
);

export const VISIT_RECIPIENT = shape('VisitRecipient', 'Who gets the email about a visit.', {
  contactId: note('null when no contact of the school has an address.', orNull(uuid(ID.contact))),
  chosenByHand: flag(false),
  told: note('Whether the school has been told of the visit.', flag(true)),
  contacts: listOf(POSSIBLE_RECIPIENT),
});
/** `GET /api/visits/:id/recipient`: who gets, or would get, the mail about a visit. */
export type VisitRecipient = TypeOf<typeof VISIT_RECIPIENT>;

export const OWN_MAIL_SETTINGS = shape('OwnMailSettings', 'Which emails somebody wants.', {
  dailyDigest: flag(true),
});
/** `GET /api/account/mail`. */
export type OwnMailSettings = TypeOf<typeof OWN_MAIL_SETTINGS>;

const FEED_FIELDS = {
  exists: flag(true),
  createdAt: orNull(instant('2024-11-20T09:15:00.000Z')),
  readAt: note(
    'When a calendar last read it, exact to the hour.',
    orNull(instant('2024-11-20T09:15:00.000Z')),
  ),
};

export const CALENDAR_FEED = shape(
  'CalendarFeed',
  'A calendar of my visits that others can subscribe to.',
  FEED_FIELDS,
);
/** `GET /api/account/calendar-feed`; the address itself is shown once, when it is made. */
export type CalendarFeed = TypeOf<typeof CALENDAR_FEED>;

export const NEW_CALENDAR_FEED = shape('NewCalendarFeed', 'A new address of the calendar.', {
  ...FEED_FIELDS,
  /** From the root of the site; null when the same request is repeated. */
  path: orNull(text('/api/calendar-feeds/kq2mV0xS8bA1pYt7.ics')),
  /** With the tracker's public address; null as `path`. */
  url: orNull(text('https://tracker.hub.example/api/calendar-feeds/kq2mV0xS8bA1pYt7.ics')),
});
/** The answer to `POST /api/account/calendar-feed`. */
export type NewCalendarFeed = TypeOf<typeof NEW_CALENDAR_FEED>;
