import { type AnswerInWords, PLAN_STATES, VISIT_STATES } from '@tracker/domain';
import {
  type Component,
  day,
  flag,
  integer,
  listOf,
  oneOf,
  orNull,
  percentage,
  shape,
  text,
  type TypeOf,
} from './shape';
import { SCORE_FACTOR } from './queue';
import { ACADEMIC_YEAR } from './records';
import { CONTACT } from './people';
import { SCHOOL } from './schools';
import { FOLLOW_UP_ACTION, VISIT } from './visits';

export const BRIEF_PLAN = shape('BriefPlan', 'A music development plan.', {
  /** The last that it covers. */
  academicYear: ACADEMIC_YEAR,
  url: orNull(text('https://birch.example/music')),
  /** The day on which somebody found nothing at that address any more. */
  goneOn: orNull(day('2024-11-18'), null),
  knownOn: day('2024-10-02'),
  /** What its one predecessor was called, where the plan is that school's. */
  formerName: orNull(text('Birch Primary School'), null),
  /** It is this academic year's, or the next one's. */
  current: flag(true),
});
/** The latest plan that counts for a school, and since when it is known. */
export type BriefPlan = TypeOf<typeof BRIEF_PLAN>;

export const BRIEF_PLAN_STANDING = shape(
  'BriefPlanStanding',
  'How a school stands with its music development plan.',
  { state: oneOf(PLAN_STATES, 'current'), sentence: text('A plan for 2024-25 is known.') },
);
export type BriefPlanStanding = TypeOf<typeof BRIEF_PLAN_STANDING>;

export const BRIEF_PLAN_SAYS = shape('BriefPlanSays', 'What a captured plan says, in sentences.', {
  /** At most three of what it states. */
  facts: listOf(text('An hour a week in key stages 1 and 2.')),
  /** At most two of what is odd about it. */
  warnings: listOf(text('There are headings with nothing under them.')),
  /** Where it and the last survey say different things of one fact. */
  againstSurvey: listOf(
    text(
      'Key stage 3: the plan of September 2024 says 60 minutes, the survey of Tue 12 Nov 2024 said 30.',
    ),
  ),
});
export type BriefPlanSays = TypeOf<typeof BRIEF_PLAN_SAYS>;

export const BRIEF_RANKING = shape('BriefRanking', 'Why it ranks where it does.', {
  rank: integer(14, 1),
  state: oneOf(VISIT_STATES, 'due'),
  score: percentage(35),
  factors: listOf(SCORE_FACTOR),
});
/** The school's place in the priority queue when the brief was made. */
export type BriefRanking = TypeOf<typeof BRIEF_RANKING>;

export const BRIEF_TAGS = shape('BriefTags', 'What was ticked at a visit.', {
  strengths: listOf(text('Singing across the school')),
  needs: listOf(text('Whole-class instrumental teaching')),
});
export type BriefTags = TypeOf<typeof BRIEF_TAGS>;

export const ANSWER_IN_WORDS: Component<AnswerInWords> = shape(
  'AnswerInWords',
  'An answer to a question of the survey, and the day it was given.',
  {
    key: text('first_access'),
    question: text('Do whole classes learn an instrument together (First Access)?'),
    answer: text('Yes'),
    on: day('2024-10-02'),
  },
);

export const BRIEF_SURVEY = shape(
  'BriefSurvey',
  'What the school last answered to the key questions of the survey.',
  { title: text('Have Your Say 2024-25'), answers: listOf(ANSWER_IN_WORDS) },
);
export type BriefSurvey = TypeOf<typeof BRIEF_SURVEY>;

export const SCHOOL_BRIEF = shape('SchoolBrief', 'Everything before one walks into a school.', {
  /** The day on which it was made. */
  preparedOn: day('2024-11-20'),
  school: SCHOOL,
  regionName: orNull(text('North Harrowmere')),
  /** What the school was called before, its predecessors that is. */
  formerNames: listOf(text('Birch Primary School')),
  contacts: listOf(CONTACT),
  /** The next visit planned, scheduled or confirmed for today or later. */
  nextVisit: orNull(VISIT),
  /** The last completed visit, a predecessor's too. */
  lastVisit: orNull(VISIT),
  /** Of the last visit; empty lists without one. */
  lastVisitTags: BRIEF_TAGS,
  /** null when no answer is known; a predecessor's answers count until the school gives its own. */
  survey: orNull(BRIEF_SURVEY),
  /** Still to be done, predecessors' too; the earliest due first. */
  openActions: listOf(FOLLOW_UP_ACTION),
  /** The latest on record. */
  plan: orNull(BRIEF_PLAN),
  planStanding: BRIEF_PLAN_STANDING,
  /** Of the plan that is current or to renew; null where no document of it is confirmed. */
  planSays: orNull(BRIEF_PLAN_SAYS),
  ranking: orNull(BRIEF_RANKING),
});
/** `GET /api/schools/:id/brief`: everything before one walks in. */
export type SchoolBrief = TypeOf<typeof SCHOOL_BRIEF>;
