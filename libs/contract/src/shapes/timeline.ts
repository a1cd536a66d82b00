import { TIMELINE_KINDS } from '../timeline';
import { KNOWN_FROM, MAIL_STATUSES } from '@tracker/domain';
import { day, flag, note, oneOf, orNull, shape, text, type TypeOf, uuid } from './shape';
import { ID } from './records';
import { FOLLOW_UP_ACTION, VISIT } from './visits';

export const REGISTER_EVENT = shape(
  'RegisterEvent',
  "What the register says of the school's life.",
  {
    what: oneOf(['opened', 'closed', 'became'], 'became'),
    /** With `became`: the school that followed. */
    successorName: orNull(text('Birch Academy')),
  },
);
export type RegisterEvent = TypeOf<typeof REGISTER_EVENT>;

export const TIMELINE_SURVEY = shape('TimelineSurvey', 'Answers to a survey that were handed in.', {
  surveyName: text('Have Your Say'),
  /** At a visit, or by the school itself. */
  source: oneOf(['visit', 'school'], 'visit'),
  filledInBy: orNull(text('Jo Marsh')),
  visitId: orNull(uuid(ID.visit)),
  visitVoid: note(
    'It was answered at a visit that is void now: kept, and counted nowhere.',
    flag(false),
  ),
});
export type TimelineSurvey = TypeOf<typeof TIMELINE_SURVEY>;

export const TIMELINE_MAIL = shape('TimelineMail', 'An email to the school.', {
  subject: text('Our visit on Tue 3 Dec 2024'),
  toName: orNull(text('Jo Marsh')),
  status: oneOf(MAIL_STATUSES, 'sent'),
  visitId: orNull(uuid(ID.visit)),
});
export type TimelineMail = TypeOf<typeof TIMELINE_MAIL>;

export const TIMELINE_ANSWER = shape(
  'TimelineAnswer',
  'What the school said by its link to days that it was offered, or of a visit.',
  {
    words: text('None of the days offered suits. Never on Fridays.'),
    /** That it cannot make. */
    visitId: orNull(uuid(ID.visit), null),
  },
);
export type TimelineAnswer = TypeOf<typeof TIMELINE_ANSWER>;

export const TIMELINE_PLAN = shape('TimelinePlan', 'A music development plan became known.', {
  academicYears: note('The years it covers, in words.', text('2024-25')),
  knownFrom: oneOf(KNOWN_FROM, 'seen'),
  address: orNull(text('https://birch.example/music')),
  byName: orNull(text('Ash Rook')),
});
export type TimelinePlan = TypeOf<typeof TIMELINE_PLAN>;

export const TIMELINE_REHOMED = shape(
  'TimelineRehomed',
  'That a visit went from one school to another.',
  {
    visitId: uuid(ID.visit),
    /** The visit's day, if it has one. */
    visitOn: orNull(day('2024-11-20')),
    fromSchoolName: text('Birch Infant School'),
    toSchoolName: text('Birch Junior School'),
    why: orNull(text('Logged at the wrong school')),
    byName: orNull(text('Ash Rook')),
  },
);
/** That a visit went from one school to another: on the timelines of both. */
export type TimelineRehomed = TypeOf<typeof TIMELINE_REHOMED>;

export const TIMELINE_ENTRY = shape(
  'TimelineEntry',
  'One thing that happened at a school, or will.',
  {
    /** The kind with the id of what it tells of. */
    id: text(`register:${ID.school}:became:Birch Academy`),
    kind: oneOf(TIMELINE_KINDS, 'register'),
    /** Null for a visit without a day, which comes first. */
    on: orNull(day('2022-09-01')),
    /** At which school of the line: the school itself, or one before it. */
    schoolId: uuid(ID.school),
    schoolName: text('Birch Primary School'),
    visit: orNull(VISIT, null),
    /** With the kind `visit`. */
    rehomed: orNull(TIMELINE_REHOMED, null),
    action: orNull(FOLLOW_UP_ACTION, null),
    survey: orNull(TIMELINE_SURVEY, null),
    plan: orNull(TIMELINE_PLAN, null),
    answer: orNull(TIMELINE_ANSWER, null),
    mail: orNull(TIMELINE_MAIL, null),
    event: orNull(REGISTER_EVENT),
  },
);
/** One thing that happened, or will: exactly one of the last eight is there. */
export type TimelineEntry = TypeOf<typeof TIMELINE_ENTRY>;
