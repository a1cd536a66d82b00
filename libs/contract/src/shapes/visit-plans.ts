import {
  LEFT_OUT_KEYS,
  PLAN_LINE_STATUSES,
  RULE_KEYS,
  STALE_KEYS,
  VISIT_PLAN_STATUSES,
  WHY_KEYS,
} from '@tracker/domain';
import {
  amount,
  anything,
  day,
  decimal,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  optional,
  orNull,
  percentage,
  shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { PLANNING_WINDOW } from './capacity';
import { ACADEMIC_YEAR, ID, record } from './records';

const PLAN_ID = '6e1c9a37-4b52-4d80-9f1e-3a7d5c2b8e41';
const LINE_ID = 'b27f4d10-8c3e-4a96-b5d1-7e0a9c6f2d53';
const LEFT_OUT_ID = 'd94a6c28-1f7b-4e35-8a0c-5b3e7f9d1a64';
const SHARE = decimal(0.12, { minimum: 0, maximum: 1 });
const BAND = note('1 not visited in three years, 2 due this year, 3 neither.', oneOf([1, 2, 3], 1));

export const PLAN_WITHOUT = shape('PlanWithout', 'Visitors who make no visits from a day on.', {
  visitorIds: listOf(uuid(ID.head)),
  from: day('2025-01-06'),
});

export const VISIT_PLAN_SETTINGS = shape('VisitPlanSettings', 'What a plan is made with.', {
  wanted: optional(note('Held, booked and proposed visits together at most.', integer(205))),
  cancelShare: optional(note('The share of bookings expected to fall through.', SHARE)),
  notice: optional(note('Days that schools are told before.', integer(14))),
  without: optional(PLAN_WITHOUT),
  regionIds: optional(note('Schools of these regions alone.', listOf(uuid(ID.region)))),
  perDay: optional(note('Visits a day at most, for every visitor.', integer(1, 1))),
  windows: optional(note('Beside those of the year.', listOf(PLANNING_WINDOW))),
  keepProposals: optional(flag(true)),
});

export const VISIT_PLAN_BANDS = shape('VisitPlanBands', 'Schools by band.', {
  1: note('Not visited in three years.', integer(94)),
  2: note('Due this year.', integer(74)),
  3: note('Neither.', integer(0)),
});

export const VISIT_PLAN_GROUP = shape(
  'VisitPlanGroup',
  'A group of schools and its share of the places.',
  {
    name: text('phase Secondary'),
    waiting: integer(12),
    got: integer(8),
    share: note('What it would have if places went round evenly.', amount(9.4)),
  },
);

export const HALF_TERM = shape('HalfTerm', 'A stretch of school days between holidays.', {
  from: day('2024-09-02'),
  to: day('2024-10-25'),
});

export const VISIT_PLAN_FIGURES = shape('VisitPlanFiguresOnRecord', 'A plan in numbers.', {
  visits: note('Lines of the plan, and below with what is held and booked.', integer(168)),
  total: integer(179),
  placed: VISIT_PLAN_BANDS,
  waiting: note('Schools that waited for a line.', VISIT_PLAN_BANDS),
  late: note('Half terms late, weighted by need.', amount(61.2)),
  lateSchools: integer(37),
  km: note('Of every day with a visit to come, booked ones too.', amount(1842.4)),
  kmPerVisit: amount(10.3),
  days: note('Days on which somebody is out.', integer(111)),
  shared: note('The part of the visits that share a day, 0 to 1.', SHARE),
  unevenness: note('0 is as even as can be.', amount(0.05)),
  wishes: note(
    'The part of the lines on a wished weekday; null where no school wishes.',
    orNull(SHARE),
  ),
  leastReached: note(
    'The group that got least of its share; null where none is judged.',
    orNull(VISIT_PLAN_GROUP),
  ),
  byHalfTerm: note('Visits to come in each half term.', listOf(integer(36))),
  toBeHeld: note('Visits of the year’s target that are still to be held.', integer(179)),
  cancelShare: note('The share of bookings expected to fall through.', SHARE),
  bookingsNeeded: integer(204),
  room: note('Visits that the teams can still take, with those that are booked.', integer(216)),
  roomSentence: text(
    'To hold 179 when 12% fall through, 204 bookings are needed. Your teams have room for 216.',
  ),
  halfTerms: note('First and last day of each half term.', listOf(HALF_TERM)),
  assumedDays: note('Term dates are not known, so weekdays were taken.', flag(false)),
});
/** Figures of a plan when it was made. */
export type VisitPlanFiguresOnRecord = TypeOf<typeof VISIT_PLAN_FIGURES>;

export const VISIT_PLAN = shape(
  'VisitPlan',
  'A proposal of visits for the rest of one academic year.',
  {
    ...record(PLAN_ID),
    academicYear: ACADEMIC_YEAR,
    name: text('Plan of 2024-25'),
    asOf: note('The day from which it is made.', day('2024-11-20')),
    status: oneOf(VISIT_PLAN_STATUSES, 'ready'),
    inUse: note('The plan of its year: from it visits are accepted.', flag(true)),
    isWhatIf: flag(false),
    progress: note('0 to 100.', percentage(100)),
    settings: VISIT_PLAN_SETTINGS,
    figures: note('Null until it is ready.', orNull(VISIT_PLAN_FIGURES)),
    notes: note(
      'What is to be known beside its lines, a sentence each.',
      listOf(text('Ash Rook gets no visits: their capacity is 0.')),
    ),
    message: note('Why it failed.', orNull(text('It took too long, so it was stopped.'), null)),
    unchanged: note('Nothing has changed since the plan it is based on.', flag(false)),
    proposedLines: integer(103),
    acceptedLines: note('Visits now.', integer(61)),
    droppedLines: note('Left out by hand.', integer(0)),
    stale: note('Lines that need a look.', integer(4)),
    movedLines: note('Lines that were something else in the plan before.', integer(6)),
    leftOut: note('Schools in need of a visit without a line.', integer(37)),
    basedOnId: orNull(uuid(PLAN_ID), null),
    madeById: orNull(uuid(ID.head)),
    madeByName: orNull(text('Ash Rook')),
    startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
    finishedAt: orNull(instant('2024-11-20T09:15:06.000Z')),
    sentAt: note('When the teams got their lists.', orNull(instant('2024-11-20T10:05:00.000Z'))),
    sentByName: orNull(text('Ash Rook')),
  },
);
/** A proposal; nothing in it is a visit until it is accepted. */
export type VisitPlan = TypeOf<typeof VISIT_PLAN>;

export const VISIT_PLAN_REASON = shape('VisitPlanReason', 'Why a line is as it is.', {
  key: oneOf(WHY_KEYS, 'which'),
  sentence: text('Due by 3 Feb 2025.'),
});

export const STALE_BECAUSE = shape('StaleBecause', 'What changed against a line.', {
  key: oneOf(STALE_KEYS, 'unavailable'),
  sentence: text('The school cannot.'),
});

export const VISIT_PLAN_LINE = shape('VisitPlanLine', 'One proposed visit.', {
  ...record(LINE_ID),
  planId: uuid(PLAN_ID),
  schoolId: uuid(ID.school),
  urn: integer(117_101),
  schoolName: text('Mill Lane Primary School'),
  regionId: orNull(uuid(ID.region)),
  regionName: orNull(text('West')),
  phase: orNull(text('Primary')),
  easting: note('Metres on the National Grid.', orNull(integer(523_412))),
  northing: orNull(integer(208_190)),
  band: BAND,
  date: day('2024-12-03'),
  halfTerm: note('1 to 6; 0 in a holiday.', integer(2)),
  visitorId: uuid(ID.head),
  visitorName: text('Ash Rook'),
  withSchoolIds: note(
    'Other schools of its visitor’s day: of the plan, and booked.',
    showing([], listOf(uuid(ID.school))),
  ),
  km: note('What it adds to its visitor’s day.', decimal(12.4)),
  halfTermsLate: integer(0),
  reasons: note('Why, in the order in which it is read.', listOf(VISIT_PLAN_REASON)),
  moved: note(
    'What it was in the plan before, where that was something else.',
    orNull(text('Mill Lane, from the week of 3 Feb to that of 24 Feb: the school cannot.'), null),
  ),
  locked: note('It stays as it is when the plan is made again.', flag(false)),
  lockedByName: orNull(text('Ash Rook'), null),
  status: oneOf(PLAN_LINE_STATUSES, 'proposed'),
  stale: note('What it conflicts with now; null where nothing.', orNull(STALE_BECAUSE, null)),
  knowing: note(
    'Rules that whoever moved it knew it to break.',
    showing([], listOf(oneOf(RULE_KEYS, 'window'))),
  ),
  visitId: note('Once accepted.', orNull(uuid(ID.visit), null)),
});
/** One proposed visit. */
export type VisitPlanLine = TypeOf<typeof VISIT_PLAN_LINE>;

export const VISIT_PLAN_DAY = shape('VisitPlanDay', 'Where a line could go instead.', {
  date: day('2024-12-05'),
  visitorId: uuid(ID.head),
  visitorName: text('Ash Rook'),
  withSchoolIds: listOf(uuid(ID.school)),
  kmMore: note('Kilometres more than now; less below nought.', decimal(-3.2)),
  halfTermsLate: integer(0),
});
/** `GET /api/visit-plan-lines/:id/days`, the best first. */
export type VisitPlanDay = TypeOf<typeof VISIT_PLAN_DAY>;

export const LEFT_OUT_SCHOOL = shape('LeftOutSchool', 'A school that a plan has no line for.', {
  id: uuid(LEFT_OUT_ID),
  position: note('From 1, in the order of the queue.', integer(1, 1)),
  schoolId: uuid(ID.school),
  urn: integer(117_102),
  schoolName: text('Ash Grove School'),
  regionId: orNull(uuid(ID.region)),
  regionName: orNull(text('West')),
  band: BAND,
  reason: oneOf(LEFT_OUT_KEYS, 'no_place'),
  sentence: text('Nobody visits East.'),
  letsIn: note('What would let it in.', text('Give somebody the region.')),
  days: note(
    'Where it has no day: school days by the first rule that forbids each.',
    orNull(anything({ window: 33, unavailable: 12 }), null),
  ),
  cause: note('The rule whose end alone would open a day.', orNull(text('window'), null)),
});
/** A school left out, with the reason. */
export type LeftOutSchool = TypeOf<typeof LEFT_OUT_SCHOOL>;

export const ACCEPTED_LINE = shape('AcceptedLine', 'A line and its visit.', {
  lineId: uuid(LINE_ID),
  visitId: uuid(ID.visit),
});

export const REFUSED_LINE = shape('RefusedLine', 'A line that stays as it is.', {
  lineId: uuid(LINE_ID),
  key: note('The rule or change that it conflicts with.', text('booked')),
  message: text('A visit to the school is booked already.'),
});

export const VISIT_PLAN_ACCEPTANCE = shape('VisitPlanAcceptance', 'Lines that became visits.', {
  accepted: listOf(ACCEPTED_LINE),
  refused: listOf(REFUSED_LINE),
});
/** `POST /api/visit-plans/:id/accept` */
export type VisitPlanAcceptance = TypeOf<typeof VISIT_PLAN_ACCEPTANCE>;

export const VISIT_PLAN_SENDING = shape('VisitPlanSending', 'Who got the plan.', {
  plan: VISIT_PLAN,
  mails: note('Emails written; members of a team without a line get none.', integer(3)),
});
/** `POST /api/visit-plans/:id/send` */
export type VisitPlanSending = TypeOf<typeof VISIT_PLAN_SENDING>;
