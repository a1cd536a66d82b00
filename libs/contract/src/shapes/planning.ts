import { VISIT_STATES } from '@tracker/domain';
import {
  amount,
  day,
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
