import type {
  BacklogPoint,
  CountWithList,
  GroupCounts,
  OutcomeReason,
  Progress,
  ProgressGroup,
  ProgressPoint,
  RegionProgress,
  RegionTarget,
  ScheduledOutcomes,
  Target,
  TargetChange,
} from '@tracker/contract';
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
  type Shape,
  type Shapes,
  text,
  uuid,
} from '../shapes';
import { ID } from './records';
import { FORECAST } from './today';

const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');
const amount = (example: number): Shape<number> => ({
  schema: { type: 'number', minimum: 0 },
  example,
});
const filter = (example: Record<string, unknown>): Shape<Record<string, unknown>> => ({
  schema: { type: 'object', additionalProperties: true, description: "That list's `filter`." },
  example,
});

export const COUNT_WITH_LIST = component<CountWithList>(
  'CountWithList',
  'A number, and the list of exactly the records that it counts.',
  {
    count: integer(23),
    resource: note('The resource of the list.', oneOf(['visits', 'schools'], 'visits')),
    filter: filter({ counting: true, academicYear: '2024-25', to: '2024-11-20' }),
  },
);

const GROUP_COUNTS_SHAPES: Shapes<GroupCounts> = {
  schoolsInScope: COUNT_WITH_LIST,
  visits: COUNT_WITH_LIST,
  schoolsVisited: COUNT_WITH_LIST,
  covered: COUNT_WITH_LIST,
  booked: COUNT_WITH_LIST,
  neither: COUNT_WITH_LIST,
  notVisitedInThreeYears: COUNT_WITH_LIST,
  surveys: COUNT_WITH_LIST,
};

export const GROUP_COUNTS = component<GroupCounts>(
  'GroupCounts',
  'Schools in scope, counting visits and surveys of the year, and where the schools stand in the cycle: covered, booked but not covered, or neither.',
  GROUP_COUNTS_SHAPES,
);

export const PROGRESS_GROUP = component<ProgressGroup>(
  'ProgressGroup',
  'The same of one district, phase, type of establishment or free-school-meal band.',
  {
    ...GROUP_COUNTS_SHAPES,
    key: note('Null for schools of which it is not known.', orNull(text('Primary'))),
    label: text('Primary'),
  },
);

export const REGION_PROGRESS = component<RegionProgress>(
  'RegionProgress',
  'The same of one region, with its share of the target.',
  {
    ...GROUP_COUNTS_SHAPES,
    key: note('Null for schools in no region.', orNull(uuid(ID.region))),
    label: text('North Harrowmere'),
    target: integer(62),
    surveysTarget: integer(62),
    expectedByToday: note('One decimal.', amount(16.7)),
  },
);

export const PROGRESS_POINT = component<ProgressPoint>(
  'ProgressPoint',
  'The line of the year on one day; days a week apart, and the day counted as of.',
  {
    day: day('2024-11-18'),
    expected: note('One decimal.', amount(47.5)),
    visits: note('Null after the day counted as of.', orNull(integer(23))),
    list: note('Null with the visits.', orNull(COUNT_WITH_LIST)),
    withBooked: note('Null before the day counted as of.', orNull(integer(31), null)),
  },
);

export const BACKLOG_POINT = component<BacklogPoint>(
  'BacklogPoint',
  'How many schools were not visited in three years on a day.',
  { day: day('2024-11-01'), schools: integer(212), list: COUNT_WITH_LIST },
);

export const OUTCOME_REASON = component<OutcomeReason>(
  'OutcomeReason',
  'Why visits were cancelled or not held; alike but for capitals and spaces is one.',
  {
    outcome: oneOf(['cancelled_by_school', 'cancelled_by_hub', 'not_held'], 'cancelled_by_school'),
    reason: text('Inspection'),
    visits: integer(3, 1),
    filter: filter({ status: 'cancelled', academicYear: '2024-25', reason: 'inspection' }),
  },
);

export const SCHEDULED_OUTCOMES = component<ScheduledOutcomes>(
  'ScheduledOutcomes',
  'What became of the visits whose day was in the year.',
  {
    held: COUNT_WITH_LIST,
    cancelledBySchool: COUNT_WITH_LIST,
    cancelledByHub: COUNT_WITH_LIST,
    notHeld: COUNT_WITH_LIST,
    unlogged: note('Their day has passed and nobody has logged them.', COUNT_WITH_LIST),
    reasons: note('The most frequent first, at most 20.', listOf(OUTCOME_REASON)),
  },
);

export const PROGRESS_SURVEYS = component<Progress['surveys']>(
  'ProgressSurveys',
  'Counting visits with a submitted survey.',
  { target: integer(180), submitted: integer(19) },
);

export const PROGRESS_CYCLE = component<Progress['cycle']>(
  'ProgressCycle',
  'Where the three years stand that the year is in.',
  {
    startsIn: ACADEMIC_YEAR,
    opensOn: day('2024-09-01'),
    closesOn: day('2027-08-31'),
    schoolsInScope: integer(531),
    schoolsCovered: integer(23),
    schoolsBooked: integer(8),
    schoolsNeither: integer(500),
    slack: note('Visits that can still be made less schools not yet covered.', {
      schema: { type: 'integer' },
      example: -14,
    }),
    slackInWords: text('at 180 a year, 14 schools will be missed'),
  },
);

export const PROGRESS = component<Progress>(
  'Progress',
  'Where an academic year and its cycle stand; counted from the rows when asked.',
  {
    academicYear: ACADEMIC_YEAR,
    regionId: orNull(uuid(ID.region), null),
    asOf: day('2024-11-20'),
    today: day('2024-11-20'),
    target: note("The hub's, or the region's share.", integer(180)),
    visits: note('Counting visits of the year.', integer(23)),
    schoolsCovered: note('Distinct schools in scope with one.', integer(22)),
    expectedByToday: note('By the day counted as of; one decimal.', amount(49.3)),
    forecast: orNull(FORECAST),
    targetReachedOn: note(
      'The day on which the target is reached at the pace so far, or was.',
      orNull(day('2026-03-06')),
    ),
    weeklyRateNeeded: note(
      'Visits per school week; null when no school day is left.',
      orNull(amount(5.7)),
    ),
    surveys: PROGRESS_SURVEYS,
    cycle: PROGRESS_CYCLE,
    lists: GROUP_COUNTS,
    byRegion: listOf(REGION_PROGRESS),
    byDistrict: listOf(PROGRESS_GROUP),
    byPhase: listOf(PROGRESS_GROUP),
    byEstablishmentType: listOf(PROGRESS_GROUP),
    byFsmBand: listOf(PROGRESS_GROUP),
    series: listOf(PROGRESS_POINT),
    backlog: note(
      'First of each month up to the day counted as of, and that day.',
      listOf(BACKLOG_POINT),
    ),
    outcomes: SCHEDULED_OUTCOMES,
    notes: note(
      'What whoever reads the figures has to know.',
      listOf(
        text('Term dates for 2026-27 are not known: weekdays outside August are counted instead.'),
      ),
    ),
  },
);

export const REGION_TARGET = component<RegionTarget>(
  'RegionTarget',
  'What an academic year aims at in one region.',
  {
    regionId: uuid(ID.region),
    regionName: text('North Harrowmere'),
    visits: integer(62),
    surveys: integer(62),
    setByHand: note('Else in proportion to `schoolsToVisit`.', flag(false)),
    schoolsToVisit: note(
      'In scope, and not visited in three years or due as the year began.',
      integer(131),
    ),
    schoolsInScope: note('By which is split where no region has a school to visit.', integer(212)),
  },
);

export const TARGET_SUM = component<Target['sum']>('TargetSum', "The regions' sums.", {
  visits: integer(180),
  surveys: integer(180),
});
export const TARGET = component<Target>('Target', 'What an academic year aims at.', {
  academicYear: ACADEMIC_YEAR,
  version: note('0 while nothing was set; rises with each change.', integer(0)),
  visits: integer(180),
  surveys: integer(180),
  regions: listOf(REGION_TARGET),
  sum: TARGET_SUM,
});

export const TARGET_CHANGE_REGION = component<TargetChange['regions'][number]>(
  'TargetChangeRegion',
  'A share set by hand, with the region as it was called then.',
  {
    regionId: uuid(ID.region),
    regionName: text('North Harrowmere'),
    visits: integer(60),
    surveys: integer(60),
  },
);

export const TARGET_CHANGE = component<TargetChange>(
  'TargetChange',
  'What an academic year aimed at from then on.',
  {
    at: instant('2024-09-12T09:15:00.000Z'),
    byId: orNull(uuid(ID.head)),
    byName: orNull(text('Robin Vale')),
    visits: integer(180),
    surveys: integer(180),
    regions: listOf(TARGET_CHANGE_REGION),
  },
);
