import { MISSING_FOR_PLAN_KEYS } from '@tracker/domain';
import {
  decimal,
  flag,
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
import { ACADEMIC_YEAR, ID } from './records';

const PLAN_ID = '6e1c9a37-4b52-4d80-9f1e-3a7d5c2b8e41';

export const MISSING_FOR_PLAN = shape('MissingForPlan', 'Something that is missing.', {
  key: oneOf(MISSING_FOR_PLAN_KEYS, 'no_capacity'),
  blocks: note('Without it no plan can be made.', flag(false)),
  sentence: text('Ash Rook has no capacity on record: 2 a week, 3 a half term is taken.'),
  count: integer(1),
  names: note('Of whom or what, the first ten.', listOf(text('Ash Rook'))),
});

export const VISITOR_ROOM = shape('VisitorRoom', 'What a visitor can still take this year.', {
  userId: uuid(ID.head),
  name: text('Ash Rook'),
  isAssumed: note('No capacity is on record.', flag(false)),
  room: integer(36),
  easting: note(
    'Where they start from, to the kilometre; null where it is not on record, and for whoever may not see it.',
    orNull(integer(523_000)),
  ),
  northing: orNull(integer(208_000)),
});

export const REGION_ROOM = shape('RegionRoom', 'What a region needs and its visitors can take.', {
  regionId: uuid(ID.region),
  name: text('West'),
  needed: note('Schools not visited in three years or due this year.', integer(41)),
  room: note('Of its visitors, who may have other regions too.', integer(38)),
});

export const VISIT_PLAN_READINESS = shape(
  'VisitPlanReadiness',
  'What is missing before a plan can be made, and what the teams can take.',
  {
    academicYear: ACADEMIC_YEAR,
    possible: note('Nothing that is missing makes a plan impossible.', flag(true)),
    missing: listOf(MISSING_FOR_PLAN),
    held: note('Visits of the year that took place.', integer(33)),
    booked: integer(29),
    toBeHeld: note('Visits of the target that are still to be held.', integer(180)),
    cancelShare: decimal(0.12, { minimum: 0, maximum: 1 }),
    bookingsNeeded: integer(205),
    room: note('Visits that the teams can still take, with those that are booked.', integer(216)),
    roomSentence: text(
      'To hold 180 when 12% fall through, 205 bookings are needed. Your teams have room for 216.',
    ),
    visitors: listOf(VISITOR_ROOM),
    regions: listOf(REGION_ROOM),
    making: note('The plan of the year that is being made.', orNull(uuid(PLAN_ID), null)),
    inUse: note('The plan of the year.', orNull(uuid(PLAN_ID))),
  },
);
/** `GET /api/visit-plans/readiness` */
export type VisitPlanReadiness = TypeOf<typeof VISIT_PLAN_READINESS>;
