import { SET_UP_STEPS } from '../set-up';
import { TODAY_FIGURES } from '../today';
import type { Forecast } from '@tracker/domain';
import {
  amount,
  type Component,
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
import { DAY_OFFER } from './day-offers';
import { ACADEMIC_YEAR, filterOf, ID } from './records';
import { FOLLOW_UP_ACTION, VISIT } from './visits';

const LISTED = {
  count: integer(3),
  resource: note(
    'The resource of the list.',
    oneOf(
      [
        ...(['visits', 'schools', 'priority-queue', 'follow-up-actions', 'imports'] as const),
        ...(['plan-round', 'plan-documents'] as const),
      ] as const,
      'visits',
    ),
  ),
  /** The `filter` of that list. */
  filter: filterOf({ unlogged: true }),
};

export const LIST_LENGTH = shape(
  'ListLength',
  'A number with the list of exactly the records that it counts.',
  LISTED,
);
export type ListLength = TypeOf<typeof LIST_LENGTH>;

export const TODAY_FIGURE = shape('TodayFigure', 'One of the numbers of the page Today.', {
  key: oneOf(TODAY_FIGURES, 'unlogged'),
  ...LISTED,
});
export type TodayFigure = TypeOf<typeof TODAY_FIGURE>;

export const FORECAST: Component<Forecast> = shape(
  'Forecast',
  'Visits to be expected at the end.',
  {
    expected: integer(171),
    low: integer(152),
    high: integer(190),
    assumed: flag(false),
  },
);

export const YEAR_STANDING = shape(
  'YearStanding',
  'Where the academic year stands against its target.',
  {
    academicYear: ACADEMIC_YEAR,
    target: integer(180),
    visits: note('Counting visits so far.', integer(49)),
    expectedByToday: note('Visits expected by today, one decimal.', amount(48.5)),
    /** Null before the first school day is over. */
    forecast: orNull(FORECAST),
    weeklyRateNeeded: note(
      'Visits per school week still needed, one decimal; null when no school day is left.',
      orNull(amount(4.9)),
    ),
    assumed: note(
      'Term dates were not known, and weekdays outside August took their place.',
      flag(false),
    ),
  },
);
/** Where the academic year stands against its target, the whole hub taken together. */
export type YearStanding = TypeOf<typeof YEAR_STANDING>;

export const CYCLE_STANDING = shape('CycleStanding', 'Where the three years stand.', {
  startsIn: ACADEMIC_YEAR,
  closesOn: day('2027-08-31'),
  schoolsInScope: integer(531),
  schoolsCovered: integer(49),
  slack: note('Visits that can still be made less schools not yet covered.', integer(-14, null)),
  /** `at 180 a year, 14 schools will be missed` */
  slackInWords: text('at 180 a year, 14 schools will be missed'),
});
export type CycleStandingToday = TypeOf<typeof CYCLE_STANDING>;

export const NEXT_HALF_TERM = shape(
  'NextHalfTerm',
  'What is booked in the half term that begins next, and what it takes.',
  {
    /** `Spring term, first half`; the term where it has no half term. */
    name: text('Spring term, first half'),
    /** First and last school day. */
    from: day('2025-01-06'),
    to: day('2025-02-14'),
    booked: note('Counting visits scheduled or confirmed for those days.', LIST_LENGTH),
    atPace: note('Visits that the expected pace takes in those days.', integer(29)),
  },
);
/** What is booked in the half term that begins next and what it takes, the whole hub taken together. */
export type NextHalfTerm = TypeOf<typeof NEXT_HALF_TERM>;

export const FREED_VISIT = shape('FreedVisit', 'A cancelled visit whose place is free still.', {
  visitId: uuid(ID.visit),
  schoolName: text('Mill Lane Primary School'),
  date: day('2024-12-12'),
  visitorName: text('Callum Reed'),
});

export const TODAY_SUMMARY = shape(
  'TodaySummary',
  'What whoever asks has to know and to decide today.',
  {
    today: day('2024-11-20'),
    /** In the order in which they matter to the role. */
    figures: listOf(TODAY_FIGURE),
    /** For those who see to the whole hub; null for a regional team. */
    year: orNull(YEAR_STANDING),
    cycle: orNull(CYCLE_STANDING),
    /** For those who see to the whole hub; null too where its term dates are not known. */
    nextHalfTerm: orNull(NEXT_HALF_TERM),
    visits: note(
      "Today's and tomorrow's visits: one's own in a regional team, else everybody's; at most 20.",
      listOf(VISIT),
    ),
    unlogged: note(
      "Visits whose day has passed: one's own, or everybody's; the longest ago first, at most 10.",
      listOf(VISIT),
    ),
    actions: note(
      "One's own open actions that are overdue or due this week, the earliest first, at most 10.",
      listOf(FOLLOW_UP_ACTION),
    ),
    freed: note(
      "Places that came free in the last two weeks: one's own, or everybody's; the next day first, at most 3.",
      listOf(FREED_VISIT),
    ),
    answers: note(
      'What schools answered to offered days and nobody has seen to, of one’s own regions or all; the first ones first, at most 10.',
      listOf(DAY_OFFER),
    ),
    cannot: note(
      'Visits that schools have said they cannot make, of one’s own regions or all; the next day first, at most 10.',
      listOf(VISIT),
    ),
  },
);
/** `GET /api/today/summary`: what whoever asks has to know and to decide today. */
export type TodaySummary = TypeOf<typeof TODAY_SUMMARY>;

export const SET_UP_STEP = shape('SetUpStep', 'One thing a new hub puts in place.', {
  key: oneOf(SET_UP_STEPS, 'regions'),
  done: flag(false),
  count: note(
    'How many there are: schools, links, schools with a census figure, people.',
    integer(0),
  ),
});
export type SetUpStep = TypeOf<typeof SET_UP_STEP>;

export const SET_UP = shape('SetUp', 'What is in place and what is not.', {
  steps: listOf(SET_UP_STEP),
});
/** `GET /api/today/set-up`: for those who run the hub. */
export type SetUp = TypeOf<typeof SET_UP>;
