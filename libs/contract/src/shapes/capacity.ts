import { SCHOOL_PHASES } from '@tracker/domain';
import {
  day,
  decimal,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID, record } from './records';

const WEEKDAY = note('1 Monday to 7 Sunday.', { ...integer(2, 1) });
const VERSION = note('Null for what is not on record yet.', orNull(integer(1, 1)));

const CAPACITY = {
  id: note('The visitor’s.', uuid(ID.head)),
  name: text('Ash Rook'),
  version: VERSION,
  isAssumed: note('Nothing is on record, so this is taken.', flag(false)),
  perDay: integer(2),
  perWeek: integer(3),
  perHalfTerm: integer(9),
  weekdays: listOf(WEEKDAY),
  startsFrom: note(
    'Told to the Head, administrators and the person alone.',
    orNull(text('Hatfield'), 'Hatfield'),
  ),
};

export const VISITOR_CAPACITY = shape(
  'VisitorCapacityOnRecord',
  'How much a visitor can take.',
  CAPACITY,
);
/** `GET`, `PUT /api/visitors/:id/capacity` */
export type VisitorCapacityOnRecord = TypeOf<typeof VISITOR_CAPACITY>;

export const VISITOR_WITH_PLACES = shape(
  'VisitorWithPlaces',
  'How much a visitor can take, and what it comes to in a year.',
  {
    ...CAPACITY,
    regionIds: listOf(uuid(ID.region)),
    places: note(
      'Visits of the year, by the days on which they visit and are not away; none without a region.',
      integer(54),
    ),
  },
);
export type VisitorWithPlaces = TypeOf<typeof VISITOR_WITH_PLACES>;

export const SHORT_REGIONS = shape(
  'ShortRegions',
  'Regions whose visitors have fewer places than they need.',
  {
    regionIds: note('Several that have visitors in common.', listOf(uuid(ID.region))),
    by: integer(3, 1),
  },
);

export const VISITORS_TIME = shape(
  'VisitorsTime',
  'What all visitors can take in an academic year, beside what is needed.',
  {
    academicYear: ACADEMIC_YEAR,
    isAssumed: note('Term dates of the year are not on record.', flag(false)),
    wanted: note('Visits that the year aims at.', integer(180)),
    cancelShare: note(
      'Of bookings, expected to fall through.',
      decimal(0.12, { minimum: 0, maximum: 1 }),
    ),
    places: integer(216),
    needed: note('Bookings, so that what is wanted is held.', integer(205)),
    short: listOf(SHORT_REGIONS),
    visitors: note('By name.', listOf(VISITOR_WITH_PLACES)),
  },
);
/** `GET /api/visitors-time/:academicYear` */
export type VisitorsTime = TypeOf<typeof VISITORS_TIME>;

export const VISITOR_ABSENCE = shape('VisitorAbsence', 'Days on which somebody visits no school.', {
  ...record('8a1c3e5f-7092-41b4-9d6f-8c0e2a4b6d71'),
  userId: uuid(ID.head),
  userName: text('Ash Rook'),
  from: day('2024-12-09'),
  to: day('2024-12-13'),
});
/** Why somebody is away is not asked. */
export type VisitorAbsence = TypeOf<typeof VISITOR_ABSENCE>;

export const BUSY_CALENDAR = shape(
  'BusyCalendar',
  'The published calendar of whoever asks; of what is in it only the busy days are kept.',
  {
    address: orNull(text('https://outlook.office365.com/owa/calendar/a/b/calendar.ics')),
    readAt: orNull(instant('2024-11-20T09:15:00.000Z')),
    problem: note('Why it could not be read last time.', orNull(text('It is no calendar.'), null)),
    days: note('On which they are busy, from today on.', listOf(day('2024-12-03'))),
    hosts: note('From which calendars are read.', listOf(text('outlook.office365.com'))),
  },
);
/** `GET`, `PUT`, `DELETE /api/account/busy-calendar` */
export type BusyCalendar = TypeOf<typeof BUSY_CALENDAR>;

export const PLANNING_WINDOW = shape(
  'PlanningWindow',
  'Days on which schools of some phases are not visited.',
  {
    words: text('Exam season'),
    from: day('2025-05-08'),
    to: day('2025-06-25'),
    phases: note(
      'Null for schools of every phase.',
      orNull(listOf(oneOf(SCHOOL_PHASES, 'Secondary'))),
    ),
  },
);

export const PLANNING_WINDOWS = shape('PlanningWindows', 'The windows of an academic year.', {
  academicYear: ACADEMIC_YEAR,
  version: VERSION,
  isSuggested: note(
    'Nothing is on record: those of the year before on the same weekdays, or the usual ones.',
    flag(false),
  ),
  windows: listOf(PLANNING_WINDOW),
});
/** `GET`, `PUT /api/planning-windows/:academicYear` */
export type PlanningWindows = TypeOf<typeof PLANNING_WINDOWS>;

export const UNAVAILABLE_DAYS = shape(
  'UnavailableDays',
  'Days on which a school cannot be visited.',
  { from: day('2025-02-03'), to: day('2025-02-07'), why: text('Residential') },
);

export const SCHOOL_AVAILABILITY = shape(
  'SchoolAvailabilityOnRecord',
  'What a school says of the days on which it can be visited.',
  {
    id: note('The school’s.', uuid(ID.school)),
    version: VERSION,
    neverWeekdays: showing([5], listOf(WEEKDAY)),
    wishedWeekdays: listOf(WEEKDAY),
    unavailable: listOf(UNAVAILABLE_DAYS),
    note: orNull(text('The office asked for Tuesdays.')),
    saidOn: orNull(day('2024-11-18')),
    saidToName: note('Null too where the school said so by its link.', orNull(text('Ash Rook'))),
    saidByLink: flag(false),
    saidByName: note('To whom that link had gone.', orNull(text('Jo Marsh'), null)),
  },
);
/** `GET`, `PUT /api/schools/:id/availability` */
export type SchoolAvailabilityOnRecord = TypeOf<typeof SCHOOL_AVAILABILITY>;
