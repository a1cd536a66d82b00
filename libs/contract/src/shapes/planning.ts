import { VISIT_STATES } from '@tracker/domain';
import {
  amount,
  day,
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
import { ID } from './records';

export const VISITOR_DAY = shape('VisitorDay', 'Visits of somebody on a day.', {
  day: day('2024-12-03'),
  visits: integer(2, 1),
});
export type VisitorDay = TypeOf<typeof VISITOR_DAY>;

export const VISITOR_LOAD = shape('VisitorLoad', 'How much somebody has on.', {
  id: uuid(ID.head),
  name: text('Ash Rook'),
  regionIds: listOf(uuid(ID.region)),
  weekVisits: integer(3),
  termVisits: integer(21),
  /** Days of the range asked for that have visits, in order. */
  days: listOf(VISITOR_DAY),
});
/** How much somebody has on. Visits that are scheduled, confirmed or completed. */
export type VisitorLoad = TypeOf<typeof VISITOR_LOAD>;

export const WEEK = shape('PlannedWeek', 'Monday to Sunday.', {
  from: day('2024-12-02'),
  to: day('2024-12-08'),
});

export const PLANNED_TERM = shape(
  'PlannedTerm',
  'The term of the first day asked for; the academic year where term dates are not known.',
  {
    name: text('Autumn term'),
    from: day('2024-09-02'),
    to: day('2024-12-22'),
    assumed: flag(false),
  },
);

export const VISITOR_LOADS = shape(
  'VisitorLoads',
  'Everybody who can visit, by name; visits scheduled, confirmed or completed.',
  {
    week: WEEK,
    /** `assumed`: term dates are not known, so it is the whole academic year. */
    term: PLANNED_TERM,
    visitors: listOf(VISITOR_LOAD),
  },
);
/**
 * `GET /api/visitors?from&to&regionId`: everybody who can visit, by name. `week` is the week of
 * `from`, Monday to Sunday; `term` the term of `from`.
 */
export type VisitorLoads = TypeOf<typeof VISITOR_LOADS>;

export const FREE_DAYS = shape('FreeDays', 'School days without a visit.', {
  days: listOf(day('2024-12-05')),
  assumed: note('Term dates of some of them are not known.', flag(false)),
});
/** `GET /api/visitors/:id/free-days?from&count`: school days without a visit, the next first. */
export type FreeDays = TypeOf<typeof FREE_DAYS>;

export const NEARBY_SCHOOL = shape('NearbySchool', 'A school near by.', {
  id: uuid(ID.school),
  urn: integer(117_101),
  name: text('Birch Academy'),
  regionId: orNull(uuid(ID.region)),
  phase: orNull(text('Primary')),
  town: orNull(text('Eastmarsh')),
  state: oneOf(VISIT_STATES, 'overdue'),
  lastVisitedOn: orNull(day('2021-06-11')),
  /** One decimal, as the crow flies. */
  distanceKm: amount(2.4),
});
/**
 * `GET /api/schools/:id/nearby?limit`: schools near by that are due or have not been visited in
 * three years and have no visit booked, proposed or waiting to be logged, the nearest first.
 */
export type NearbySchool = TypeOf<typeof NEARBY_SCHOOL>;

export const DAY_COMPANION = shape('DayCompanion', 'Another school of the visitor on that day.', {
  schoolId: uuid(ID.school),
  name: text('Hatch End Primary'),
  /** By road, one decimal. */
  km: amount(1.2),
});

export const BEST_DAY = shape('BestDay', 'A day on which a school could be visited.', {
  date: day('2024-10-08'),
  visitorId: uuid(ID.head),
  visitorName: text('Callum Reed'),
  with: listOf(DAY_COMPANION),
  kmMore: note('What it adds to the way of that day, or less than now.', decimal(4.2)),
  halfTermsLate: integer(0),
});
export type BestDay = TypeOf<typeof BEST_DAY>;

export const BEST_DAYS = shape('BestDays', 'The planner’s days for a school, the best first.', {
  days: listOf(BEST_DAY),
  why: note('Why there is none, where there is none.', orNull(text('Nobody visits the East.'))),
  assumed: note('Term dates are not known.', flag(false)),
});
/**
 * `GET /api/schools/:id/best-days?from&visitorId`: up to ten days that break no rule of planning. Left out,
 * `from` is today and the notice that schools are given.
 */
export type BestDays = TypeOf<typeof BEST_DAYS>;

export const FREED_PLACE = shape('FreedPlace', 'A visitor’s day from which a visit has gone.', {
  date: day('2024-11-12'),
  visitorId: uuid(ID.head),
  visitorName: text('Callum Reed'),
});

export const PLACE_TAKER = shape('PlaceTaker', 'A school that could take a freed place.', {
  schoolId: uuid(ID.school),
  urn: integer(117_101),
  name: text('Birch Academy'),
  km: note('What it adds to the way of that day.', amount(4.2)),
  plannedFor: orNull(day('2025-03-04'), null),
  reason: text('Overdue; 1.2 km from Hatch End Primary.'),
});
export type PlaceTaker = TypeOf<typeof PLACE_TAKER>;

export const VISIT_REFILL = shape(
  'VisitRefill',
  'What can be done after a cancellation: other days for the school, and schools for the day.',
  {
    place: note('Null where the day is over, too near or taken.', orNull(FREED_PLACE)),
    daysForSchool: listOf(BEST_DAY),
    /** At most five, the best first. */
    schoolsForPlace: listOf(PLACE_TAKER),
  },
);
/** `GET /api/visits/:id/refill`; empty for a visit that is not cancelled. */
export type VisitRefill = TypeOf<typeof VISIT_REFILL>;
