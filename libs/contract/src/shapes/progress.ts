import { eachFigure } from '@tracker/domain';
import {
  amount,
  day,
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
import { ACADEMIC_YEAR, ID, filterOf } from './records';
import { FORECAST } from './today';

export const COUNT_WITH_LIST = shape(
  'CountWithList',
  'A number, and the list of exactly the records that it counts.',
  {
    count: integer(23),
    resource: note('The resource of the list.', oneOf(['visits', 'schools'], 'visits')),
    /** The `filter` of that list. */
    filter: filterOf({ counting: true, academicYear: '2024-25', to: '2024-11-20' }),
  },
);
export type CountWithList = TypeOf<typeof COUNT_WITH_LIST>;

const GROUP_COUNTS_SHAPES = eachFigure(() => COUNT_WITH_LIST);

export const GROUP_COUNTS = shape(
  'GroupCounts',
  'Schools in scope, counting visits and surveys of the year, and where the schools stand in the cycle: covered, booked but not covered, or neither.',
  GROUP_COUNTS_SHAPES,
);
/** What is counted of the whole and of each group of schools alike. */
export type GroupCounts = TypeOf<typeof GROUP_COUNTS>;

export const PROGRESS_GROUP = shape(
  'ProgressGroup',
  'The same of one district, phase, type of establishment or free-school-meal band.',
  {
    ...GROUP_COUNTS_SHAPES,
    key: note(
      'What the filter calls it; null for schools of which it is not known.',
      orNull(text('Primary')),
    ),
    label: text('Primary'),
  },
);
export type ProgressGroup = TypeOf<typeof PROGRESS_GROUP>;

export const REGION_PROGRESS = shape(
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
export type RegionProgress = TypeOf<typeof REGION_PROGRESS>;

export const PROGRESS_POINT = shape(
  'ProgressPoint',
  'The line of the year on one day; days a week apart, and the day counted as of.',
  {
    day: day('2024-11-18'),
    expected: note('One decimal.', amount(47.5)),
    visits: note(
      'Counting visits up to and with the day; null for days after the one counted as of.',
      orNull(integer(23)),
    ),
    list: note('Null with the visits.', orNull(COUNT_WITH_LIST)),
    withBooked: note(
      'Counting visits and those booked up to and with the day; null before the day counted as of.',
      orNull(integer(31), null),
    ),
  },
);
export type ProgressPoint = TypeOf<typeof PROGRESS_POINT>;

export const BACKLOG_POINT = shape(
  'BacklogPoint',
  'How many schools were not visited in three years on a day.',
  { day: day('2024-11-01'), schools: integer(212), list: COUNT_WITH_LIST },
);
export type BacklogPoint = TypeOf<typeof BACKLOG_POINT>;

export const OUTCOME_REASON = shape(
  'OutcomeReason',
  'Why visits were cancelled or not held; alike but for capitals and spaces is one.',
  {
    outcome: oneOf(['cancelled_by_school', 'cancelled_by_hub', 'not_held'], 'cancelled_by_school'),
    /** As it was written; alike but for capitals and spaces are one. */
    reason: text('Inspection'),
    visits: integer(3, 1),
    /** The `filter` of the list of those visits. */
    filter: filterOf({ status: 'cancelled', academicYear: '2024-25', reason: 'inspection' }),
  },
);
export type OutcomeReason = TypeOf<typeof OUTCOME_REASON>;

export const SCHEDULED_OUTCOMES = shape(
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
/** What became of the visits whose day was in the academic year, up to the day counted as of. */
export type ScheduledOutcomes = TypeOf<typeof SCHEDULED_OUTCOMES>;

export const PROGRESS_SURVEYS = shape(
  'ProgressSurveys',
  'Counting visits with a submitted survey.',
  { target: integer(180), submitted: integer(19) },
);

export const PROGRESS_CYCLE = shape(
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
    slack: note('Visits that can still be made less schools not yet covered.', integer(-14, null)),
    slackInWords: text('at 180 a year, 14 schools will be missed'),
  },
);

export const PROGRESS = shape(
  'Progress',
  'Where an academic year and its cycle stand; counted from the rows when asked.',
  {
    academicYear: ACADEMIC_YEAR,
    regionId: orNull(uuid(ID.region), null),
    asOf: day('2024-11-20'),
    today: day('2024-11-20'),
    target: note("Visits aimed at: the hub's, or the region's share.", integer(180)),
    visits: note('Counting visits of the year.', integer(23)),
    schoolsCovered: note(
      'Distinct schools in scope with a counting visit in the year.',
      integer(22),
    ),
    expectedByToday: note('By the day counted as of; one decimal.', amount(49.3)),
    /** Null before the first school day is over. */
    forecast: orNull(FORECAST),
    targetReachedOn: note(
      'The day on which the target is reached at the pace so far, or was; null where it is not within five years.',
      orNull(day('2026-03-06')),
    ),
    weeklyRateNeeded: note(
      'Visits per school week; null when no school day is left.',
      orNull(amount(5.7)),
    ),
    surveys: PROGRESS_SURVEYS,
    cycle: PROGRESS_CYCLE,
    /** The figures above as lists. */
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
      'What whoever reads the figures has to know, in sentences; for example that term dates are not known.',
      listOf(
        text('Term dates for 2026-27 are not known: weekdays outside August are counted instead.'),
      ),
    ),
  },
);
/** `GET /api/progress`. Counted from the rows when asked; nothing is stored. */
export type Progress = TypeOf<typeof PROGRESS>;

export const REGION_TARGET = shape('RegionTarget', 'What an academic year aims at in one region.', {
  regionId: uuid(ID.region),
  regionName: text('North Harrowmere'),
  visits: integer(62),
  surveys: integer(62),
  setByHand: note('Set by the head; else in proportion to `schoolsToVisit`.', flag(false)),
  schoolsToVisit: note(
    'In scope, and not visited in three years or due as the year began.',
    integer(131),
  ),
  schoolsInScope: note('By which is split where no region has a school to visit.', integer(212)),
});
export type RegionTarget = TypeOf<typeof REGION_TARGET>;

export const TARGET_SUM = shape('TargetSum', "The regions' sums.", {
  visits: integer(180),
  surveys: integer(180),
});
export const TARGET = shape('Target', 'What an academic year aims at.', {
  academicYear: ACADEMIC_YEAR,
  version: note('0 while nothing was set; rises with each change.', integer(0)),
  visits: integer(180),
  surveys: integer(180),
  regions: listOf(REGION_TARGET),
  /** The regions' sums, which may differ from the whole when the head has set some by hand. */
  sum: TARGET_SUM,
});
/** `GET /api/targets/:academicYear`; a year nobody has set anything for has the hub's default. */
export type Target = TypeOf<typeof TARGET>;

export const TARGET_CHANGE_REGION = shape(
  'TargetChangeRegion',
  'A share set by hand, with the region as it was called then.',
  {
    regionId: uuid(ID.region),
    regionName: text('North Harrowmere'),
    visits: integer(60),
    surveys: integer(60),
  },
);

export const TARGET_CHANGE = shape('TargetChange', 'What an academic year aimed at from then on.', {
  at: instant('2024-09-12T09:15:00.000Z'),
  byId: orNull(uuid(ID.head)),
  byName: orNull(text('Robin Vale')),
  visits: integer(180),
  surveys: integer(180),
  regions: listOf(TARGET_CHANGE_REGION),
});
/** `GET /api/targets/:academicYear/history`, newest first. */
export type TargetChange = TypeOf<typeof TARGET_CHANGE>;
