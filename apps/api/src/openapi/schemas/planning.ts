import type {
  FreeDays,
  NearbySchool,
  VisitorDay,
  VisitorLoad,
  VisitorLoads,
} from '@tracker/contract';
import { VISIT_STATES } from '@tracker/domain';
import { component, day, flag, integer, listOf, note, oneOf, orNull, text, uuid } from '../shapes';
import { ID } from './records';

export const VISITOR_DAY = component<VisitorDay>('VisitorDay', 'Visits of somebody on a day.', {
  day: day('2024-12-03'),
  visits: integer(2, 1),
});

export const VISITOR_LOAD = component<VisitorLoad>('VisitorLoad', 'How much somebody has on.', {
  id: uuid(ID.head),
  name: text('Ash Rook'),
  regionIds: listOf(uuid(ID.region)),
  weekVisits: integer(3),
  termVisits: integer(21),
  days: listOf(VISITOR_DAY),
});

export const WEEK = component<VisitorLoads['week']>('PlannedWeek', 'Monday to Sunday.', {
  from: day('2024-12-02'),
  to: day('2024-12-08'),
});

export const PLANNED_TERM = component<VisitorLoads['term']>(
  'PlannedTerm',
  'The term of the first day asked for; the academic year where term dates are not known.',
  {
    name: text('Autumn term'),
    from: day('2024-09-02'),
    to: day('2024-12-22'),
    assumed: flag(false),
  },
);

export const VISITOR_LOADS = component<VisitorLoads>(
  'VisitorLoads',
  'Everybody who can visit, by name; visits scheduled, confirmed or completed.',
  { week: WEEK, term: PLANNED_TERM, visitors: listOf(VISITOR_LOAD) },
);

export const FREE_DAYS = component<FreeDays>('FreeDays', 'School days without a visit.', {
  days: listOf(day('2024-12-05')),
  assumed: note('Term dates of some of them are not known.', flag(false)),
});

export const NEARBY_SCHOOL = component<NearbySchool>('NearbySchool', 'A school near by.', {
  id: uuid(ID.school),
  urn: integer(117_101),
  name: text('Birch Academy'),
  regionId: orNull(uuid(ID.region)),
  phase: orNull(text('Primary')),
  town: orNull(text('Eastmarsh')),
  state: oneOf(VISIT_STATES, 'overdue'),
  lastVisitedOn: orNull(day('2021-06-11')),
  distanceKm: { schema: { type: 'number', minimum: 0 }, example: 2.4 },
});
