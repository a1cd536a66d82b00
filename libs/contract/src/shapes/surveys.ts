import { SURVEY_SOURCES } from '../surveys';
import {
  FORM_PURPOSES,
  newQuestion,
  QUESTION_PHASES,
  QUESTION_TYPES,
  type ShowWhen,
  type SurveyAnswer,
  type SurveyOption,
  type SurveyQuestion,
} from '@tracker/domain';
import {
  type Component,
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
  type Shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID, record } from './records';

const SURVEY_ID = '4b6d8f0a-2c4e-4160-8a82-5c7e9fb1d3a1';
const VERSION_ID = '9e1c3a5b-7d9f-4b20-8c42-6e8fa0c2e4b1';
const RESPONSE_ID = 'd2f4b6a8-0c1e-4d30-9e52-7f9ab1c3d5e1';
const LINK_ID = 'a7c9e1b3-5d7f-4e41-8b63-9dbf1c3e5a71';

const PURPOSE = note(
  'What the form is for; its own version in use, keys and links.',
  oneOf(FORM_PURPOSES, 'have_your_say'),
);

const CONDITION: Shape<string | number | boolean> = {
  schema: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  example: true,
};

export const SHOW_WHEN: Component<ShowWhen> = shape(
  'ShowWhen',
  "What of an earlier question's answer makes a question show.",
  { question: text('choirs'), anyOf: listOf(CONDITION) },
);

export const SURVEY_OPTION: Component<SurveyOption> = shape('SurveyOption', 'A choice.', {
  key: text('weekly'),
  label: text('Every week'),
  alone: note('Rules out the others.', flag(false)),
});

export const SURVEY_QUESTION: Component<SurveyQuestion> = shape('SurveyQuestion', 'A question.', {
  key: note('Stays the same over all versions.', text('choir_meets')),
  type: oneOf(QUESTION_TYPES, 'one_choice'),
  section: note('Heading above it.', orNull(text('Singing'))),
  text: text('How often does the choir meet?'),
  help: orNull(text('In a usual week of term.')),
  required: flag(false),
  phases: note('Empty for all schools.', listOf(oneOf(QUESTION_PHASES, 'primary'))),
  options: listOf(SURVEY_OPTION),
  unit: note('What a number counts.', orNull(text('minutes a week'), null)),
  min: orNull(decimal(0), null),
  max: orNull(decimal(600), null),
  decimals: note('Digits after the point.', integer(0)),
  low: note('What 1 of a rating means.', orNull(text('Not at all'), null)),
  high: note('What 5 of a rating means.', orNull(text('Very much'), null)),
  showWhen: orNull(SHOW_WHEN),
});

const ANSWER: Shape<SurveyAnswer> = {
  schema: {
    description: 'By the type of the question; money in pounds.',
    oneOf: [
      { type: 'boolean' },
      { type: 'number' },
      { type: 'string' },
      { type: 'array', items: { type: 'string' } },
    ],
  },
  example: 'weekly',
};
/** An object with a value of this shape for each question key. */
const byKey = <T>({ schema, example }: Shape<T>): Shape<Record<string, T>> => ({
  schema: { type: 'object', additionalProperties: schema },
  example: { choir_meets: example },
});

export const SURVEY_VERSION = shape(
  'SurveyVersion',
  'One version of a survey; once published it never changes.',
  {
    ...record(VERSION_ID),
    surveyId: uuid(SURVEY_ID),
    purpose: PURPOSE,
    /** 1, 2, 3 ... within the survey. */
    number: integer(1, 1),
    title: text('Have Your Say 2024-25'),
    /** Shown before the first question. */
    intro: orNull(text('Ten minutes about music at your school.')),
    questions: listOf(SURVEY_QUESTION),
    publishedAt: note('null for a draft.', orNull(instant('2024-09-02T09:00:00.000Z'))),
    publishedById: orNull(uuid(ID.head)),
  },
);
/** One version of a survey. A draft can be changed; once it is published it never changes. */
export type SurveyVersion = TypeOf<typeof SURVEY_VERSION>;

export const SURVEY_VERSION_SUMMARY = shape(
  'SurveyVersionSummary',
  'A version without its questions.',
  {
    id: uuid(VERSION_ID),
    number: integer(1, 1),
    title: text('Have Your Say 2024-25'),
    questionCount: integer(41),
    publishedAt: orNull(instant('2024-09-02T09:00:00.000Z')),
    updatedAt: instant('2024-09-02T09:00:00.000Z'),
  },
);
export type SurveyVersionSummary = TypeOf<typeof SURVEY_VERSION_SUMMARY>;

export const SURVEY = shape('Survey', 'A survey through its versions.', {
  ...record(SURVEY_ID),
  purpose: PURPOSE,
  title: note('Of its newest version.', text('Have Your Say 2024-25')),
  inUse: note(
    'Whether its newest published version is the one asked of its purpose now.',
    flag(true),
  ),
  versions: note('Newest first; at most the first is a draft.', listOf(SURVEY_VERSION_SUMMARY)),
  responses: note(
    'Submitted answers to any of its versions, by visits and by schools.',
    integer(42),
  ),
});
/** A survey through its versions. Keys of questions stay, so that answers compare over the years. */
export type Survey = TypeOf<typeof SURVEY>;

export const SURVEY_RESPONSE = shape('SurveyResponse', 'What a school answered to one version.', {
  ...record(RESPONSE_ID),
  schoolId: uuid(ID.school),
  /** As the school is called, which may be a predecessor's name. */
  schoolName: text("St Mary's Primary School"),
  purpose: PURPOSE,
  surveyId: uuid(SURVEY_ID),
  versionId: uuid(VERSION_ID),
  versionNumber: integer(1, 1),
  title: text('Have Your Say 2024-25'),
  source: note('At a visit, or the school by itself.', oneOf(SURVEY_SOURCES, 'visit')),
  visitId: orNull(uuid(ID.visit)),
  /** Day of the visit, or the day on which the school sent or last saved it. */
  answeredOn: day('2024-11-20'),
  academicYear: ACADEMIC_YEAR,
  submittedAt: note(
    'null while it has not been handed in; then it counts nowhere.',
    orNull(instant('2024-11-20T16:40:00.000Z')),
  ),
  /** Who answered, as the school wrote it. */
  filledInBy: orNull(text('Jo Marsh, music lead'), null),
  /** Who wrote it down at the visit. */
  enteredById: orNull(uuid(ID.head)),
  enteredByName: orNull(text('Ash Rook')),
  visitVoid: note(
    'It was answered at a visit that is void now: kept, and counted nowhere.',
    flag(false),
  ),
  confirmedByVisitId: note(
    "The visit that went through a school's own answers and confirmed them.",
    orNull(uuid(ID.visit), null),
  ),
  phases: note('Which questions the school is asked.', listOf(oneOf(QUESTION_PHASES, 'primary'))),
  answers: byKey(ANSWER),
});
/** What a school answered to one version, at a visit or by itself through a link. */
export type SurveyResponse = TypeOf<typeof SURVEY_RESPONSE>;

export const KNOWN_ANSWER = shape('KnownAnswer', 'An answer known already.', {
  answer: ANSWER,
  /** The day it was given. */
  on: day('2023-11-14'),
  source: oneOf(SURVEY_SOURCES, 'visit'),
  /** Where it was given: the school itself or a predecessor. */
  schoolId: uuid(ID.school),
  schoolName: text("St Mary's Primary School"),
  responseId: uuid(RESPONSE_ID),
});
export type KnownAnswer = TypeOf<typeof KNOWN_ANSWER>;
/** By question key. */
export type KnownAnswers = Record<string, KnownAnswer>;

export const SURVEY_FOR_SCHOOL = shape(
  'SurveyForSchool',
  'What to ask a school at its next visit.',
  {
    /** The version that schools are asked now; null when none is published. */
    version: orNull(SURVEY_VERSION),
    phases: listOf(oneOf(QUESTION_PHASES, 'primary')),
    /** The last answer to each question of that version, the school's or a predecessor's. */
    known: byKey(KNOWN_ANSWER),
    /** What the school sent in by itself and no visit has gone through yet. */
    response: orNull(SURVEY_RESPONSE, null),
  },
);
/** `GET /api/surveys/for-school/:schoolId`: what to ask at the next visit. */
export type SurveyForSchool = TypeOf<typeof SURVEY_FOR_SCHOOL>;

const LINK_FIELDS = {
  id: uuid(LINK_ID),
  schoolId: uuid(ID.school),
  schoolName: text("St Mary's Primary School"),
  purpose: PURPOSE,
  state: oneOf(['open', 'sent', 'expired', 'revoked'], 'open'),
  expiresOn: note('Last day on which it works.', day('2025-01-01')),
  createdAt: instant('2024-11-20T09:15:00.000Z'),
  createdById: orNull(uuid(ID.head)),
  createdByName: orNull(text('Ash Rook')),
  savedAt: note(
    'When the school last saved an answer; null while it has not begun.',
    orNull(instant('2024-11-21T14:02:00.000Z'), null),
  ),
  /** What the school has sent with it. */
  responseId: orNull(uuid(RESPONSE_ID), null),
};

export const SURVEY_LINK = shape(
  'SurveyLink',
  'A way for one school to answer the survey without an account.',
  LINK_FIELDS,
);
export type SurveyLink = TypeOf<typeof SURVEY_LINK>;

export const SURVEY_LINK_MADE = shape('SurveyLinkMade', 'A link for passing on.', {
  ...LINK_FIELDS,
  path: note(
    'From the root of the site. null when the same request is repeated: it is kept nowhere and shown once.',
    orNull(text('/#/school-survey?token=kq2mV0xS8bA1pYt7')),
  ),
});
export type SurveyLinkMade = TypeOf<typeof SURVEY_LINK_MADE>;

const ASKED = newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?' });

export const SURVEY_HUB = shape('SurveyHub', 'Who asks, and whom a school can ask.', {
  /** As the hub calls itself in mails. */
  name: text('Westshire Music Hub'),
  contactName: note(
    'Whoever made the link, where the hub names no address of its own.',
    orNull(text('Bo Vale'), null),
  ),
  contactEmail: orNull(text('office@westshire.example')),
  /** Where the hub's privacy notice can be read. */
  privacyUrl: orNull(text('https://westshire.example/privacy')),
});
export type SurveyHub = TypeOf<typeof SURVEY_HUB>;

export const SCHOOL_SURVEY = shape('SchoolSurvey', 'What somebody with a link sees.', {
  schoolName: text("St Mary's Primary School"),
  hub: SURVEY_HUB,
  expiresOn: day('2025-01-01'),
  versionId: uuid(VERSION_ID),
  title: text('Have Your Say 2024-25'),
  intro: orNull(text('Ten minutes about music at your school.')),
  phases: listOf(oneOf(QUESTION_PHASES, 'primary')),
  questions: note('Empty once the answers are sent.', showing([ASKED], listOf(SURVEY_QUESTION))),
  /** What is saved so far; empty once the answers are sent. */
  answers: byKey(ANSWER),
  filledInBy: orNull(text('Jo Marsh, music lead')),
  savedAt: orNull(instant('2024-11-21T14:02:00.000Z')),
  submittedAt: orNull(instant('2024-11-21T14:09:00.000Z'), null),
});
/** `POST /api/school-survey`: what somebody with a link sees. */
export type SchoolSurvey = TypeOf<typeof SCHOOL_SURVEY>;
