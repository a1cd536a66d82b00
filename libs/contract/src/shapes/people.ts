import { CONTACT_ROLES } from '../contacts';
import { ROLES } from '../auth';
import {
  day,
  email,
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
import { ID, IN_BIN, record } from './records';

const REGION_IDS = note(
  'The regions whose records a regional user may change; empty for the others.',
  listOf(uuid(ID.region)),
);

export const SIGNED_IN_USER = shape('SignedInUser', 'Who is signed in.', {
  id: uuid(ID.head),
  name: text('Ash Rook'),
  email: email('regional@demo.example'),
  role: oneOf(ROLES, 'regional'),
  /** The regions whose records a `regional` user may change; empty for the others. */
  regionIds: REGION_IDS,
});
/** `GET /api/auth/me` and the answer to `POST /api/auth/sign-in`. */
export type SignedInUser = TypeOf<typeof SIGNED_IN_USER>;

const USER_FIELDS = {
  ...record(ID.head),
  name: text('Ash Rook'),
  email: note('null for those who need not see it.', orNull(email('regional@demo.example'))),
  role: oneOf(ROLES, 'regional'),
  regionIds: REGION_IDS,
  active: flag(true),
  invited: note('Whether they have yet to choose their first password.', flag(false)),
};

export const USER = shape('User', 'Somebody who signs in.', USER_FIELDS);
export type User = TypeOf<typeof USER>;

export const ACCOUNT_LINK = shape(
  'AccountLink',
  'The way to a password, for passing on: it works once, until it expires.',
  {
    path: note(
      'From the root of the site: `/#/set-password?token=..`.',
      text('/#/set-password?token=kq2mV0xS8bA1pYt7'),
    ),
    expiresAt: instant('2024-11-27T09:15:00.000Z'),
  },
);
export type AccountLink = TypeOf<typeof ACCOUNT_LINK>;

export const USER_WITH_LINK = shape('UserWithLink', 'A user and the link to pass on to them.', {
  ...USER_FIELDS,
  link: note(
    'null when the same request is repeated: the link is kept nowhere and is shown once.',
    orNull(ACCOUNT_LINK),
  ),
});
/** The answer to `POST /api/users` and `POST /api/users/:id/reset-link`. */
export type UserWithLink = TypeOf<typeof USER_WITH_LINK>;

export const LOG_REMINDER = shape(
  'LogReminder',
  'An email that asks a colleague to log their visits.',
  {
    sent: note('false when they were reminded earlier the same day: nobody gets two.', flag(true)),
    visits: note('Visits of theirs whose day has passed and that are not logged.', integer(3)),
  },
);
/** `POST /api/users/{id}/log-reminder`. */
export type LogReminder = TypeOf<typeof LOG_REMINDER>;

export const PASSWORD_RESET_OFFER = shape(
  'PasswordResetOffer',
  'Whether a new password can be asked for by email.',
  {
    offered: note('Whether the tracker sends email, so that a link can be asked for.', flag(true)),
  },
);
/** `GET /api/auth/password-reset`. */
export type PasswordResetOffer = TypeOf<typeof PASSWORD_RESET_OFFER>;

export const OWN_SESSION = shape('OwnSession', 'A browser somebody is signed in with.', {
  id: uuid(ID.session),
  createdAt: instant('2024-11-20T08:01:00.000Z'),
  lastSeenAt: note('Exact to the minute.', instant('2024-11-20T09:15:00.000Z')),
  expiresAt: note('It ends then in any case.', instant('2024-12-04T08:01:00.000Z')),
  userAgent: note(
    'What the browser said it is; null when it said nothing.',
    orNull(text('Mozilla/5.0 (X11; Linux x86_64) Firefox/132.0')),
  ),
  current: note('Whether it is the one that asks.', flag(true)),
});
/** `GET /api/auth/sessions`: a browser somebody is signed in with. */
export type OwnSession = TypeOf<typeof OWN_SESSION>;

const CONTACT_SHAPES = {
  ...record(ID.contact),
  schoolId: uuid(ID.school),
  name: text('Jo Marsh'),
  role: oneOf(CONTACT_ROLES, 'music_lead'),
  email: orNull(text('music@school.example')),
  telephone: orNull(text('01632 960123')),
  mailRefusedOn: note(
    'Read only: the day an email to this address was refused; null since the address changed.',
    orNull(day('2024-11-20'), null),
  ),
};

export const CONTACT = shape('Contact', 'A person at a school.', CONTACT_SHAPES);
export type Contact = TypeOf<typeof CONTACT>;

export const DELETED_CONTACT = shape('DeletedContact', 'A contact in the bin.', {
  ...CONTACT_SHAPES,
  ...IN_BIN,
  schoolName: text("St Mary's Primary School"),
  regionId: orNull(uuid(ID.region)),
});
/** `GET /api/contacts/bin` */
export type DeletedContact = TypeOf<typeof DELETED_CONTACT>;

export const REGION = shape('Region', 'A group of districts with a regional team.', {
  ...record(ID.region),
  name: text('North'),
  districts: note(
    'Names of districts as the register writes them. A district belongs to one region at most.',
    listOf(text('Eastmarsh')),
  ),
  leadUserId: orNull(uuid(ID.head)),
  schoolsInScope: note('Read only: schools in scope whose region this is.', integer(87)),
});
export type Region = TypeOf<typeof REGION>;
