import {
  type BriefPlan,
  type BriefRanking,
  type BriefSurvey,
  type BriefTags,
  type CycleStandingToday,
  type ListLength,
  type NextHalfTerm,
  type RegisterEvent,
  SET_UP_STEPS,
  type SetUp,
  type SetUpStep,
  type SchoolBrief,
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineRehomed,
  type TimelineMail,
  type TimelineSurvey,
  TODAY_FIGURES,
  type TodayFigure,
  type TodaySummary,
  type YearStanding,
} from '@tracker/contract';
import { type AnswerInWords, type Forecast, MAIL_STATUSES, VISIT_STATES } from '@tracker/domain';
import {
  component,
  day,
  flag,
  integer,
  listOf,
  matching,
  note,
  oneOf,
  orNull,
  percent,
  type Shape,
  text,
  uuid,
} from '../shapes';
import { SCORE_FACTOR } from './queue';
import { ID } from './records';
import { CONTACT } from './people';
import { SCHOOL } from './schools';
import { FOLLOW_UP_ACTION, VISIT } from './visits';

const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');
const amount = (example: number): Shape<number> => ({
  schema: { type: 'number', minimum: 0 },
  example,
});

const LISTED: { [K in keyof ListLength]: Shape<ListLength[K]> } = {
  count: integer(3),
  resource: note(
    'The resource of the list.',
    oneOf(['visits', 'schools', 'priority-queue', 'follow-up-actions', 'imports'], 'visits'),
  ),
  filter: {
    schema: { type: 'object', additionalProperties: true, description: "That list's `filter`." },
    example: { unlogged: true },
  },
};

export const LIST_LENGTH = component<ListLength>(
  'ListLength',
  'A number with the list of exactly the records that it counts.',
  LISTED,
);

export const TODAY_FIGURE = component<TodayFigure>(
  'TodayFigure',
  'One of the numbers of the page Today.',
  { key: oneOf(TODAY_FIGURES, 'unlogged'), ...LISTED },
);

export const FORECAST = component<Forecast>('Forecast', 'Visits to be expected at the end.', {
  expected: integer(171),
  low: integer(152),
  high: integer(190),
  assumed: flag(false),
});

export const YEAR_STANDING = component<YearStanding>(
  'YearStanding',
  'Where the academic year stands against its target.',
  {
    academicYear: ACADEMIC_YEAR,
    target: integer(180),
    visits: note('Counting visits so far.', integer(49)),
    expectedByToday: note('One decimal.', amount(48.5)),
    forecast: orNull(FORECAST),
    weeklyRateNeeded: note('Visits per school week; one decimal.', orNull(amount(4.9))),
    assumed: note('Term dates were not known.', flag(false)),
  },
);

export const CYCLE_STANDING = component<CycleStandingToday>(
  'CycleStanding',
  'Where the three years stand.',
  {
    startsIn: ACADEMIC_YEAR,
    closesOn: day('2027-08-31'),
    schoolsInScope: integer(531),
    schoolsCovered: integer(49),
    slack: note('Visits that can still be made less schools not yet covered.', {
      schema: { type: 'integer' },
      example: -14,
    }),
    slackInWords: text('at 180 a year, 14 schools will be missed'),
  },
);

export const NEXT_HALF_TERM = component<NextHalfTerm>(
  'NextHalfTerm',
  'What is booked in the half term that begins next, and what it takes.',
  {
    name: text('Spring term, first half'),
    from: day('2025-01-06'),
    to: day('2025-02-14'),
    booked: note('Counting visits scheduled or confirmed for those days.', LIST_LENGTH),
    atPace: note('Visits that the expected pace takes in those days.', integer(29)),
  },
);

export const TODAY_SUMMARY = component<TodaySummary>(
  'TodaySummary',
  'What whoever asks has to know and to decide today.',
  {
    today: day('2024-11-20'),
    figures: listOf(TODAY_FIGURE),
    year: orNull(YEAR_STANDING),
    cycle: orNull(CYCLE_STANDING),
    nextHalfTerm: orNull(NEXT_HALF_TERM),
    visits: note("Today's and tomorrow's.", listOf(VISIT)),
    unlogged: note('Visits whose day has passed.', listOf(VISIT)),
    actions: note("One's own, overdue or due this week.", listOf(FOLLOW_UP_ACTION)),
  },
);

export const SET_UP_STEP = component<SetUpStep>('SetUpStep', 'One thing a new hub puts in place.', {
  key: oneOf(SET_UP_STEPS, 'regions'),
  done: flag(false),
  count: note('How many there are.', integer(0)),
});

export const SET_UP = component<SetUp>('SetUp', 'What is in place and what is not.', {
  steps: listOf(SET_UP_STEP),
});

export const BRIEF_PLAN = component<BriefPlan>('BriefPlan', 'A music development plan.', {
  academicYear: ACADEMIC_YEAR,
  url: orNull(text('https://birch.example/music')),
  knownOn: day('2024-10-02'),
  current: flag(true),
});

export const BRIEF_RANKING = component<BriefRanking>(
  'BriefRanking',
  'Why it ranks where it does.',
  {
    rank: integer(14, 1),
    state: oneOf(VISIT_STATES, 'due'),
    score: percent(35),
    factors: listOf(SCORE_FACTOR),
  },
);

export const BRIEF_TAGS = component<BriefTags>('BriefTags', 'What was ticked at a visit.', {
  strengths: listOf(text('Singing across the school')),
  needs: listOf(text('Whole-class instrumental teaching')),
});

export const ANSWER_IN_WORDS = component<AnswerInWords>(
  'AnswerInWords',
  'An answer to a question of the survey, and the day it was given.',
  {
    key: text('first_access'),
    question: text('Do whole classes learn an instrument together (First Access)?'),
    answer: text('Yes'),
    on: day('2024-10-02'),
  },
);

export const BRIEF_SURVEY = component<BriefSurvey>(
  'BriefSurvey',
  'What the school last answered to the key questions of the survey.',
  { title: text('Have Your Say 2024-25'), answers: listOf(ANSWER_IN_WORDS) },
);

export const SCHOOL_BRIEF = component<SchoolBrief>(
  'SchoolBrief',
  'Everything before one walks into a school.',
  {
    preparedOn: day('2024-11-20'),
    school: SCHOOL,
    regionName: orNull(text('North Harrowmere')),
    formerNames: listOf(text('Birch Primary School')),
    contacts: listOf(CONTACT),
    nextVisit: orNull(VISIT),
    lastVisit: orNull(VISIT),
    lastVisitTags: BRIEF_TAGS,
    survey: orNull(BRIEF_SURVEY),
    openActions: listOf(FOLLOW_UP_ACTION),
    plan: orNull(BRIEF_PLAN),
    ranking: orNull(BRIEF_RANKING),
  },
);

export const REGISTER_EVENT = component<RegisterEvent>(
  'RegisterEvent',
  "What the register says of the school's life.",
  {
    what: oneOf(['opened', 'closed', 'became'], 'became'),
    successorName: orNull(text('Birch Academy')),
  },
);

export const TIMELINE_SURVEY = component<TimelineSurvey>(
  'TimelineSurvey',
  'Answers to a survey that were handed in.',
  {
    surveyName: text('Have Your Say'),
    source: oneOf(['visit', 'school'], 'visit'),
    filledInBy: orNull(text('Jo Marsh')),
    visitId: orNull(uuid(ID.visit)),
    visitVoid: note('It was answered at a visit that is void now.', flag(false)),
  },
);

export const TIMELINE_MAIL = component<TimelineMail>('TimelineMail', 'An email to the school.', {
  subject: text('Our visit on Tue 3 Dec 2024'),
  toName: orNull(text('Jo Marsh')),
  status: oneOf(MAIL_STATUSES, 'sent'),
  visitId: orNull(uuid(ID.visit)),
});

export const TIMELINE_REHOMED = component<TimelineRehomed>(
  'TimelineRehomed',
  'That a visit went from one school to another.',
  {
    visitId: uuid(ID.visit),
    visitOn: orNull(day('2024-11-20')),
    fromSchoolName: text('Birch Infant School'),
    toSchoolName: text('Birch Junior School'),
    why: orNull(text('Logged at the wrong school')),
    byName: orNull(text('Ash Rook')),
  },
);

export const TIMELINE_ENTRY = component<TimelineEntry>(
  'TimelineEntry',
  'One thing that happened at a school, or will.',
  {
    id: text(`register:${ID.school}:became:Birch Academy`),
    kind: oneOf(TIMELINE_KINDS, 'register'),
    on: orNull(day('2022-09-01')),
    schoolId: uuid(ID.school),
    schoolName: text('Birch Primary School'),
    visit: orNull(VISIT, null),
    rehomed: orNull(TIMELINE_REHOMED, null),
    action: orNull(FOLLOW_UP_ACTION, null),
    survey: orNull(TIMELINE_SURVEY, null),
    mail: orNull(TIMELINE_MAIL, null),
    event: orNull(REGISTER_EVENT),
  },
);
