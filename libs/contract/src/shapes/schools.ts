import { SCHOOL_STATUSES, VISIT_STATES } from '@tracker/domain';
import {
  day,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  percentage,
  shape,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ID, record } from './records';

export const SCHOOL = shape('School', 'An establishment of the DfE register.', {
  ...record(ID.school),
  urn: integer(100001, 1),
  name: text("St Mary's Primary School"),
  phase: orNull(text('Primary')),
  establishmentType: orNull(text('Community school')),
  status: oneOf(SCHOOL_STATUSES, 'open'),
  inScope: note('Open (or open but proposed to close) and state-funded.', flag(true)),
  openedOn: orNull(day('1998-09-01')),
  closedOn: orNull(day('2024-08-31'), null),
  regionId: orNull(uuid(ID.region)),
  regionSetByHand: note(
    'True when a person chose the region; otherwise it follows the district.',
    flag(false),
  ),
  district: orNull(text('Eastmarsh')),
  street: orNull(text('12 Church Lane')),
  town: orNull(text('Marsham')),
  postcode: orNull(text('ZZ1 1AA')),
  easting: note('British National Grid, metres.', orNull(integer(523450))),
  northing: note('British National Grid, metres.', orNull(integer(187650))),
  pupils: orNull(integer(214)),
  fsmPercent: note(
    'Pupils eligible for free school meals, per cent of the roll, one decimal.',
    orNull(percentage(23.4)),
  ),
  trust: orNull(text('Marsham Learning Trust')),
  website: orNull(text('https://school.example')),
  telephone: orNull(text('01632 960100')),
  notes: orNull(text('Ring the office first; parking is behind the hall.')),
  state: note(
    "Read only, today's; predecessors' visits count. Null for a school outside the cycle.",
    orNull(oneOf(VISIT_STATES, 'due')),
  ),
  lastVisitedOn: note('Read only.', orNull(day('2022-03-08'))),
  dueOn: note('Read only: three years after the last visit.', orNull(day('2025-03-08'))),
  nextVisitOn: note('Read only: the next booked visit.', orNull(day('2024-12-03'))),
  unloggedOn: note(
    'Read only: the latest visit that has passed and is not logged.',
    orNull(day('2024-11-13')),
  ),
  proposed: note('Read only: a visit waits for a date.', flag(false)),
  predecessorUrns: note('Read only.', listOf(integer(100002, 1))),
  successorUrns: note('Read only.', listOf(integer(100003, 1))),
});
/** An establishment of the DfE register. Days are `YYYY-MM-DD`. */
export type School = TypeOf<typeof SCHOOL>;

export const SCHOOL_FACETS = shape('SchoolFacets', 'Districts and phases on record.', {
  districts: listOf(text('Eastmarsh')),
  phases: listOf(text('Primary')),
});

export const SCHOOLS_CHANGED = shape('SchoolsChanged', 'How many schools were changed.', {
  schools: integer(12),
});
