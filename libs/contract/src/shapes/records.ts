import {
  anything,
  day,
  instant,
  integer,
  matching,
  note,
  orNull,
  text,
  type TypeOf,
  uuid,
} from './shape';

/** The ids of the records that the examples tell of. */
export const ID = {
  region: '5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11',
  school: '0b7a3c52-6e0f-4a86-8a4e-2f5f0c5d7a21',
  contact: '9c1f4e8a-2b7d-4f35-8c60-71f0a2d4b631',
  cycle: '1d6e2a90-53c4-4b18-9f07-c8e5b3a7d941',
  visit: '3a9d5b7c-1e4f-4c62-b8a0-5d2e7f9c1b51',
  tag: '4b9d1f6e-3c58-4e07-a2b9-6d0f8c1e5a72',
  action: '7e2c8f14-9a6b-4d03-a5c1-4b8d6e0f2a61',
  head: 'c4b8e6d2-0f1a-4937-8e5d-9a7c3b1f5d71',
  session: '6d4b2f08-1c3e-4a59-8b7d-5e9f1a3c7b91',
  hold: '8f3b1d5e-7c9a-4e20-b6d4-0a2c4e6f8b81',
  refresh: '2c6a0e4b-8d1f-4b73-9e95-6f8a0c2d4e91',
  import: 'e1d3c5b7-a9f8-4e60-8d42-1b3d5f7a9ca1',
};

export const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');
/** `HH:MM`, local time. */
export const TIME = matching('^([01]\\d|2[0-3]):[0-5]\\d$', '09:30');

/** The `filter` of the list that shows what is counted. */
export const filterOf = (example: Record<string, unknown>) =>
  note("That list's `filter`.", anything(example));

const SAVED_AT = '2024-11-20T09:15:00.000Z';

/** What every record carries, for the record with an id. */
export const record = (id: string) => ({
  id: uuid(id),
  version: note('Rises by one with each saved change; an update sends it back.', integer(1, 1)),
  createdAt: instant(SAVED_AT),
  updatedAt: instant(SAVED_AT),
});
export type RecordBase = TypeOf<ReturnType<typeof record>>;

/** Of a record in the bin. */
export const IN_BIN = {
  deletedAt: instant('2024-11-20T09:15:00.000Z'),
  deletedByName: orNull(text('Ash Rook')),
  leavesOn: note('The day on which it goes for good.', day('2024-12-20')),
};
export type InBin = TypeOf<typeof IN_BIN>;
