import {
  type Contact,
  CONTACT_ROLES,
  type Region,
  ROLES,
  type SignedInUser,
  type User,
} from '@tracker/contract';
import {
  component,
  email,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  text,
  uuid,
} from '../shapes';
import { ID, record } from './records';

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

export const USER = component<User>('User', 'Somebody who signs in.', {
  ...record(ID.head),
  name: text('Ash Rook'),
  email: email('regional@demo.example'),
  role: oneOf(ROLES, 'regional'),
  regionIds: REGION_IDS,
  active: flag(true),
});

export const CONTACT = component<Contact>('Contact', 'A person at a school.', {
  ...record(ID.contact),
  schoolId: uuid(ID.school),
  name: text('Jo Marsh'),
  role: oneOf(CONTACT_ROLES, 'music_lead'),
  email: orNull(text('music@school.example')),
  telephone: orNull(text('01632 960123')),
});

export const REGION = component<Region>('Region', 'A group of districts with a regional team.', {
  ...record(ID.region),
  name: text('North'),
  districts: note('As the register writes them.', listOf(text('Eastmarsh'))),
  leadUserId: orNull(uuid(ID.head)),
  schoolsInScope: note('Read only: schools in scope whose region this is.', integer(87)),
});
