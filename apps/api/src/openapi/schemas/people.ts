import {
  type AccountLink,
  type Contact,
  type DeletedContact,
  CONTACT_ROLES,
  type LogReminder,
  type OwnSession,
  type PasswordResetOffer,
  type Region,
  ROLES,
  type SignedInUser,
  type User,
  type UserWithLink,
} from '@tracker/contract';
import {
  component,
  email,
  day,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  type Shapes,
  text,
  uuid,
} from '../shapes';
import { ID, IN_BIN, record } from './records';

const REGION_IDS = note(
  'The regions whose records a regional user may change; empty for the others.',
  listOf(uuid(ID.region)),
);

export const SIGNED_IN_USER = component<SignedInUser>('SignedInUser', 'Who is signed in.', {
  id: uuid(ID.head),
  name: text('Ash Rook'),
  email: email('regional@demo.example'),
  role: oneOf(ROLES, 'regional'),
  regionIds: REGION_IDS,
});

const USER_FIELDS: Shapes<User> = {
  ...record(ID.head),
  name: text('Ash Rook'),
  email: note('null for those who need not see it.', orNull(email('regional@demo.example'))),
  role: oneOf(ROLES, 'regional'),
  regionIds: REGION_IDS,
  active: flag(true),
  invited: note('Whether they have yet to choose their first password.', flag(false)),
};

export const USER = component<User>('User', 'Somebody who signs in.', USER_FIELDS);

export const ACCOUNT_LINK = component<AccountLink>(
  'AccountLink',
  'The way to a password, for passing on: it works once, until it expires.',
  {
    path: note('From the root of the site.', text('/#/set-password?token=kq2mV0xS8bA1pYt7')),
    expiresAt: instant('2024-11-27T09:15:00.000Z'),
  },
);

export const USER_WITH_LINK = component<UserWithLink>(
  'UserWithLink',
  'A user and the link to pass on to them.',
  {
    ...USER_FIELDS,
    link: note(
      'null when the same request is repeated: the link is kept nowhere and is shown once.',
      orNull(ACCOUNT_LINK),
    ),
  },
);

export const LOG_REMINDER = component<LogReminder>(
  'LogReminder',
  'An email that asks a colleague to log their visits.',
  {
    sent: note('false when they were reminded earlier today.', flag(true)),
    visits: note('Visits of theirs that are not logged.', integer(3)),
  },
);

export const PASSWORD_RESET_OFFER = component<PasswordResetOffer>(
  'PasswordResetOffer',
  'Whether a new password can be asked for by email.',
  { offered: note('Whether the tracker sends email.', flag(true)) },
);

export const OWN_SESSION = component<OwnSession>(
  'OwnSession',
  'A browser somebody is signed in with.',
  {
    id: uuid(ID.session),
    createdAt: instant('2024-11-20T08:01:00.000Z'),
    lastSeenAt: note('Exact to the minute.', instant('2024-11-20T09:15:00.000Z')),
    expiresAt: note('It ends then in any case.', instant('2024-12-04T08:01:00.000Z')),
    userAgent: note(
      'What the browser said it is.',
      orNull(text('Mozilla/5.0 (X11; Linux x86_64) Firefox/132.0')),
    ),
    current: note('Whether it is the one that asks.', flag(true)),
  },
);

const CONTACT_SHAPES = {
  ...record(ID.contact),
  schoolId: uuid(ID.school),
  name: text('Jo Marsh'),
  role: oneOf(CONTACT_ROLES, 'music_lead'),
  email: orNull(text('music@school.example')),
  telephone: orNull(text('01632 960123')),
  mailRefusedOn: note(
    'Read only: the day an email to this address was refused.',
    orNull(day('2024-11-20'), null),
  ),
};

export const CONTACT = component<Contact>('Contact', 'A person at a school.', CONTACT_SHAPES);

export const DELETED_CONTACT = component<DeletedContact>(
  'DeletedContact',
  'A contact in the bin.',
  {
    ...CONTACT_SHAPES,
    ...IN_BIN,
    schoolName: text("St Mary's Primary School"),
    regionId: orNull(uuid(ID.region)),
  },
);

export const REGION = component<Region>('Region', 'A group of districts with a regional team.', {
  ...record(ID.region),
  name: text('North'),
  districts: note('As the register writes them.', listOf(text('Eastmarsh'))),
  leadUserId: orNull(uuid(ID.head)),
  schoolsInScope: note('Read only: schools in scope whose region this is.', integer(87)),
});
