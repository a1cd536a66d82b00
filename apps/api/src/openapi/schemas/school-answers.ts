import {
  type AnsweredSurvey,
  type AnswerTag,
  type AnswerTagging,
  type CountedChoice,
  type CountedTag,
  type HeardSchools,
  type QuestionFigures,
  type QuestionSummary,
  type RankedNeed,
  type SchoolNeeds,
  type Spread,
  type SummedYear,
  SURVEY_SOURCES,
  type SurveySummary,
  type SurveyText,
} from '@tracker/contract';
import { NOT_COMPARED_WORDS, type NotCompared, QUESTION_TYPES } from '@tracker/domain';
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
  type Shape,
  text,
  uuid,
} from '../shapes';
import { ID } from './records';

const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');

export const RANKED_NEED = component<RankedNeed>('RankedNeed', 'A need, and how many have it.', {
  key: text('barriers.timetable'),
  label: text('Time in the timetable'),
  schools: note('Distinct schools.', integer(31)),
});

export const HEARD_SCHOOLS = component<HeardSchools>(
  'HeardSchools',
  'Schools that were heard; those whose answers are too few are not broken down.',
  { schools: integer(49), tooFew: flag(false) },
);

export const SCHOOL_NEEDS = component<SchoolNeeds>(
  'SchoolNeeds',
  'What schools need, the most frequent first. Answers of fewer than five schools are never broken down.',
  {
    academicYear: ACADEMIC_YEAR,
    schools: note('Distinct schools visited or with an answer.', integer(52)),
    tooFew: note('Nothing is broken down.', flag(false)),
    visited: HEARD_SCHOOLS,
    answered: HEARD_SCHOOLS,
    needs: note('Ticked by visitors.', listOf(RANKED_NEED)),
    barriers: note('Chosen by schools.', listOf(RANKED_NEED)),
    wanted: note('Chosen by schools.', listOf(RANKED_NEED)),
  },
);

const amount = (example: number): Shape<number> => ({ schema: { type: 'number' }, example });
const SURVEY_ID = '4b6d8f0a-2c4e-4160-8a82-5c7e9fb1d3a1';
const RESPONSE_ID = 'd2f4b6a8-0c1e-4d30-9e52-7f9ab1c3d5e1';
const TAG_ID = '5f7b9d1c-3e50-4f62-8a74-1c2d3e4f5a61';

export const ANSWERED_SURVEY = component<AnsweredSurvey>(
  'AnsweredSurvey',
  'A survey that was answered in the year.',
  { surveyId: uuid(SURVEY_ID), title: text('Have Your Say 2024-25'), schools: integer(49) },
);

export const COUNTED_CHOICE = component<CountedChoice>('CountedChoice', 'An answer.', {
  key: text('weekly'),
  label: text('Every week'),
  schools: integer(21),
  share: note('Of the schools that answered.', {
    schema: { type: 'number', minimum: 0, maximum: 1 },
    example: 0.429,
  }),
});

export const SPREAD = component<Spread>('Spread', 'How numbers or amounts lie.', {
  lowest: amount(0),
  lowerQuartile: amount(100),
  median: amount(250),
  upperQuartile: amount(500),
  highest: amount(1500),
});

export const COUNTED_TAG = component<CountedTag>('CountedTag', 'A label of texts.', {
  id: uuid(TAG_ID),
  label: text('Instruments'),
  schools: integer(8),
});

export const QUESTION_FIGURES = component<QuestionFigures>(
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
export const SUMMED_YEAR = component<SummedYear>('SummedYear', 'A year of answers.', YEAR_SHAPES);

export const QUESTION_SUMMARY = component<QuestionSummary>('QuestionSummary', 'A question.', {
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
});

export const SURVEY_SUMMARY = component<SurveySummary>(
  'SurveySummary',
  'What schools answered in a year. Answers of fewer than five schools are never broken down.',
  {
    ...YEAR_SHAPES,
    comparedWith: orNull(SUMMED_YEAR, null),
    questions: note('In the order of the survey.', listOf(QUESTION_SUMMARY)),
  },
);

export const ANSWER_TAGGING = component<AnswerTagging>('AnswerTagging', 'A label of a text.', {
  id: uuid('6a8c0e2d-4f61-4073-9b85-2d3e4f5a6b71'),
  tagId: uuid(TAG_ID),
  label: text('Instruments'),
});

export const ANSWER_TAG = component<AnswerTag>('AnswerTag', 'A label for texts.', {
  id: uuid(TAG_ID),
  label: text('Instruments'),
  texts: note('Of all questions and years.', integer(8)),
});

export const SURVEY_TEXT = component<SurveyText>('SurveyText', 'What a school wrote.', {
  id: note('Of the school.', uuid(ID.school)),
  schoolName: text('Mill Lane School'),
  regionId: orNull(uuid(ID.region)),
  writtenAs: note('A predecessor, where that wrote it.', orNull(text('Mill Lane Infants'), null)),
  responseId: uuid(RESPONSE_ID),
  questionKey: text('hub_could_do'),
  text: text('Lend us a set of ukuleles.'),
  answeredOn: day('2024-11-14'),
  source: oneOf(SURVEY_SOURCES, 'visit'),
  visitId: orNull(uuid(ID.visit)),
  tags: listOf(ANSWER_TAGGING),
});
