import { SURVEY_SOURCES } from '../surveys';
import {
  NOT_COMPARED_WORDS,
  type NotCompared,
  QUESTION_TYPES,
  type AnsweredSurvey,
  type CountedChoice,
  type Spread,
  type CountedTag,
  type QuestionFigures,
  type SummedYear,
  type QuestionSummary,
  type SurveySummary,
} from '@tracker/domain';
import {
  type Component,
  day,
  decimal,
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
import { ACADEMIC_YEAR, ID } from './records';

export const RANKED_NEED = shape('RankedNeed', 'A need, and how many have it.', {
  key: text('barriers.timetable'),
  label: text('Time in the timetable'),
  schools: note('Distinct schools.', integer(31)),
});
export type RankedNeed = TypeOf<typeof RANKED_NEED>;

export const HEARD_SCHOOLS = shape(
  'HeardSchools',
  'Schools that were heard; those whose answers are too few are not broken down.',
  {
    /** Distinct schools; a closed one is its successor. */
    schools: integer(49),
    /** Fewer than five, or others of which there are fewer than five could be worked out from them. */
    tooFew: flag(false),
  },
);
export type HeardSchools = TypeOf<typeof HEARD_SCHOOLS>;

export const SCHOOL_NEEDS = shape(
  'SchoolNeeds',
  'What schools need, the most frequent first. Answers of fewer than five schools are never broken down.',
  {
    academicYear: ACADEMIC_YEAR,
    schools: note('Distinct schools visited or with an answer.', integer(52)),
    tooFew: note(
      'Neither visits nor answers may be broken down; all lists are empty.',
      flag(false),
    ),
    /** Schools with a counting visit in the year; `needs` is empty where they are too few. */
    visited: HEARD_SCHOOLS,
    /** Schools that answered the survey; `barriers` and `wanted` are empty where they are too few. */
    answered: HEARD_SCHOOLS,
    needs: note('Ticked by visitors.', listOf(RANKED_NEED)),
    barriers: note('Chosen by schools.', listOf(RANKED_NEED)),
    wanted: note(
      "What schools said the hub could do or train them in, from the survey's choices.",
      listOf(RANKED_NEED),
    ),
  },
);
/** `GET /api/school-needs`: what schools need and what is in their way, the most frequent first. */
export type SchoolNeeds = TypeOf<typeof SCHOOL_NEEDS>;

const SURVEY_ID = '4b6d8f0a-2c4e-4160-8a82-5c7e9fb1d3a1';
const RESPONSE_ID = 'd2f4b6a8-0c1e-4d30-9e52-7f9ab1c3d5e1';
const TAG_ID = '5f7b9d1c-3e50-4f62-8a74-1c2d3e4f5a61';

export const ANSWERED_SURVEY: Component<AnsweredSurvey> = shape(
  'AnsweredSurvey',
  'A survey that was answered in the year.',
  { surveyId: uuid(SURVEY_ID), title: text('Have Your Say 2024-25'), schools: integer(49) },
);

export const COUNTED_CHOICE: Component<CountedChoice> = shape('CountedChoice', 'An answer.', {
  key: text('weekly'),
  label: text('Every week'),
  schools: integer(21),
  share: note('Of the schools that answered.', decimal(0.429, { minimum: 0, maximum: 1 })),
});

export const SPREAD: Component<Spread> = shape('Spread', 'How numbers or amounts lie.', {
  lowest: decimal(0),
  lowerQuartile: decimal(100),
  median: decimal(250),
  upperQuartile: decimal(500),
  highest: decimal(1500),
});

export const COUNTED_TAG: Component<CountedTag> = shape('CountedTag', 'A label of texts.', {
  id: uuid(TAG_ID),
  label: text('Instruments'),
  schools: integer(8),
});

export const QUESTION_FIGURES: Component<QuestionFigures> = shape(
  'QuestionFigures',
  'What schools answered to a question; nothing but their number where they are too few.',
  {
    answers: integer(49),
    tooFew: flag(false),
    choices: listOf(COUNTED_CHOICE),
    spread: note('Of numbers, money and ratings.', orNull(SPREAD, null)),
    tags: note('Of texts.', listOf(COUNTED_TAG)),
  },
);

const YEAR_SHAPES = {
  academicYear: ACADEMIC_YEAR,
  surveys: note('Answered in the year, by all schools.', listOf(ANSWERED_SURVEY)),
  survey: orNull(ANSWERED_SURVEY),
  schools: note('Distinct schools of the group that answered it.', integer(49)),
  tooFew: flag(false),
};
export const SUMMED_YEAR: Component<SummedYear> = shape(
  'SummedYear',
  'A year of answers.',
  YEAR_SHAPES,
);

export const QUESTION_SUMMARY: Component<QuestionSummary> = shape(
  'QuestionSummary',
  'A question.',
  {
    key: text('singing_assembly'),
    type: oneOf(QUESTION_TYPES, 'one_choice'),
    text: text('How often does the whole school or a year sing together?'),
    section: orNull(text('Singing, ensembles and performances')),
    unit: orNull(text('minutes a week'), null),
    low: orNull(text('Not at all'), null),
    high: orNull(text('Very'), null),
    older: note('Asked in older versions only.', flag(false)),
    finding: text('4 in 10 schools say “Every week”'),
    figures: QUESTION_FIGURES,
    compared: note('Of the other year.', orNull(QUESTION_FIGURES, null)),
    notCompared: note(
      'Why the other year is not set beside it.',
      orNull(oneOf(Object.keys(NOT_COMPARED_WORDS) as NotCompared[], 'not_asked'), null),
    ),
  },
);

export const SURVEY_SUMMARY: Component<SurveySummary> = shape(
  'SurveySummary',
  'What schools answered in a year. Answers of fewer than five schools are never broken down.',
  {
    ...YEAR_SHAPES,
    comparedWith: orNull(SUMMED_YEAR, null),
    questions: note('In the order of the survey.', listOf(QUESTION_SUMMARY)),
  },
);

export const ANSWER_TAGGING = shape('AnswerTagging', 'A label of a text.', {
  id: uuid('6a8c0e2d-4f61-4073-9b85-2d3e4f5a6b71'),
  tagId: uuid(TAG_ID),
  label: text('Instruments'),
});
export type AnswerTagging = TypeOf<typeof ANSWER_TAGGING>;

export const ANSWER_TAG = shape('AnswerTag', 'A label for texts.', {
  id: uuid(TAG_ID),
  label: text('Instruments'),
  texts: note('Texts that have it, of all questions, plans and years.', integer(8)),
});
/** A label for texts. `GET /api/answer-tags`, the one of most texts first. */
export type AnswerTag = TypeOf<typeof ANSWER_TAG>;

export const SURVEY_TEXT = shape('SurveyText', 'What a school wrote.', {
  id: note('Of the school: each has one text to a question.', uuid(ID.school)),
  schoolName: text('Mill Lane School'),
  /** Of the school, whose team may label it. */
  regionId: orNull(uuid(ID.region)),
  writtenAs: note(
    'The school that wrote it, where that was a predecessor.',
    orNull(text('Mill Lane Infants'), null),
  ),
  responseId: uuid(RESPONSE_ID),
  questionKey: text('hub_could_do'),
  text: text('Lend us a set of ukuleles.'),
  answeredOn: day('2024-11-14'),
  source: oneOf(SURVEY_SOURCES, 'visit'),
  visitId: orNull(uuid(ID.visit)),
  tags: listOf(ANSWER_TAGGING),
});
export type SurveyText = TypeOf<typeof SURVEY_TEXT>;
