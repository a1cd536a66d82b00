import type {
  CalendarFeed,
  Mail,
  MailDelivery,
  MailPreview,
  MailSettings,
  MailTemplate,
  MailWithAttachment,
  NewCalendarFeed,
  OwnMailSettings,
  VisitRecipient,
} from '@tracker/contract';
import { CONTACT_ROLES } from '@tracker/contract';
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
  component,
  day,
  flag,
  instant,
  integer,
  listOf,
  matching,
  note,
  oneOf,
  orNull,
  type Shapes,
  text,
  uuid,
} from '../shapes';
import { ID, record } from './records';

const TIME = matching('^([01]\\d|2[0-3]):[0-5]\\d$', '09:30');
const MAIL_ID = '4e8a2c6d-1b3f-4d57-9c81-7a5e3f1d9b21';

export const INVITATION = component<Invitation>(
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

const MAIL_FIELDS: Shapes<Mail> = {
  ...record(MAIL_ID),
  kind: oneOf(MAIL_KINDS, 'visit_confirmed'),
  status: oneOf(MAIL_STATUSES, 'waiting'),
  toName: orNull(text('Jo Marsh')),
  toAddress: note(
    'null where there was nobody to send it to.',
    orNull(text('music@school.example')),
  ),
  subject: text("Our visit to St Mary's Primary School on Tue 3 Dec 2024"),
  body: text('Dear Jo Marsh, ...'),
  invitation: orNull(INVITATION),
  schoolId: orNull(uuid(ID.school)),
  schoolName: orNull(text("St Mary's Primary School")),
  visitId: orNull(uuid(ID.visit)),
  contactId: orNull(uuid(ID.contact)),
  userId: note('Whom of the staff it is for.', orNull(uuid(ID.head), null)),
  attempts: integer(1),
  nextAttemptAt: orNull(instant('2024-11-20T09:16:00.000Z')),
  sentAt: orNull(instant('2024-11-20T09:15:00.000Z'), null),
  lastError: orNull(text('The mail server cannot be reached: nothing answers there.')),
  handledByName: note('Who last decided by hand.', orNull(text('Hilary Marsh'), null)),
  handledAt: orNull(instant('2024-11-20T09:15:00.000Z'), null),
  commands: note('What may be done about it.', listOf(oneOf(MAIL_COMMANDS, 'cancel'))),
};

export const MAIL = component<Mail>('Email', 'An email of the outbox.', MAIL_FIELDS);

export const MAIL_WITH_ATTACHMENT = component<MailWithAttachment>(
  'MailWithAttachment',
  'An email with the calendar entry that is attached.',
  { ...MAIL_FIELDS, attachment: orNull(text('BEGIN:VCALENDAR\r\nEND:VCALENDAR')) },
);

export const MAIL_DELIVERY = component<MailDelivery>('MailDelivery', 'Whether email can be sent.', {
  server: note(
    'null: emails wait until the operator sets SMTP_URL.',
    orNull(text('mail.hub.example:587')),
  ),
  from: text('Music Hub <music@hub.example>'),
  waiting: integer(2),
  held: note(
    'Of those that wait: came with a backup, and go out once somebody has said so.',
    integer(0),
  ),
  failed: integer(1),
  uncertain: integer(0),
  unaddressed: integer(3),
  problem: orNull(text('The mail server did not answer in time.'), null),
});

export const PLACEHOLDER = component<Placeholder>('Placeholder', 'Something a template may name.', {
  name: text('school'),
  means: text('the name of the school'),
  example: text("St Mary's Primary School"),
});

export const MAIL_TEMPLATE = component<MailTemplate>('MailTemplate', 'The wording of an email.', {
  id: note('The kind of email.', oneOf(TEMPLATE_KINDS, 'visit_confirmed')),
  version: note("0 as long as it is the tracker's own wording.", integer(0)),
  subject: text('Our visit to {{school}} on {{day}}'),
  body: text('Dear {{contact}}, ...'),
  isDefault: flag(true),
  placeholders: listOf(PLACEHOLDER),
});

export const MAIL_PREVIEW = component<MailPreview>('MailPreview', 'How a wording reads.', {
  subject: text("Our visit to St Mary's Primary School on Tue 3 Dec 2024"),
  body: text('Dear Jo Marsh, ...'),
  schoolName: note(
    'The school whose visit is the example.',
    orNull(text("St Mary's Primary School")),
  ),
});

export const MAIL_SETTINGS = component<MailSettings>(
  'MailSettings',
  'What emails say of the hub.',
  {
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
  },
);

export const POSSIBLE_RECIPIENT = component<PossibleRecipient>(
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

export const VISIT_RECIPIENT = component<VisitRecipient>(
  'VisitRecipient',
  'Who gets the email about a visit.',
  {
    contactId: note('null: no contact has an address.', orNull(uuid(ID.contact))),
    chosenByHand: flag(false),
    told: note('Whether the school has been told of the visit.', flag(true)),
    contacts: listOf(POSSIBLE_RECIPIENT),
  },
);

export const OWN_MAIL_SETTINGS = component<OwnMailSettings>(
  'OwnMailSettings',
  'Which emails somebody wants.',
  { dailyDigest: flag(true) },
);

const FEED_FIELDS: Shapes<CalendarFeed> = {
  exists: flag(true),
  createdAt: orNull(instant('2024-11-20T09:15:00.000Z')),
  readAt: note('When a calendar last read it.', orNull(instant('2024-11-20T09:15:00.000Z'))),
};

export const CALENDAR_FEED = component<CalendarFeed>(
  'CalendarFeed',
  'A calendar of my visits that others can subscribe to.',
  FEED_FIELDS,
);

export const NEW_CALENDAR_FEED = component<NewCalendarFeed>(
  'NewCalendarFeed',
  'A new address of the calendar.',
  {
    ...FEED_FIELDS,
    path: orNull(text('/api/calendar-feeds/kq2mV0xS8bA1pYt7.ics')),
    url: orNull(text('https://tracker.hub.example/api/calendar-feeds/kq2mV0xS8bA1pYt7.ics')),
  },
);
