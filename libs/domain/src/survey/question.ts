import type { QuestionPhase } from './phases';

export const QUESTION_TYPES = [
  'yes_no',
  'one_choice',
  'several_choices',
  'number',
  'money',
  'rating',
  'stage',
  'short_text',
  'long_text',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** One of the answers of a question with choices, or one stage of its scale. */
export interface SurveyOption {
  /** Stays the same over the versions of a survey, however the label is worded. */
  key: string;
  label: string;
  /** Rules out the others, as "None of these" does. Only with several choices. */
  alone: boolean;
}

/** What of an earlier question's answer makes a question show: any one of these values. */
export interface ShowWhen {
  /** Key of the earlier question. */
  question: string;
  /** `true` and `false` of a yes/no question, keys of options, 1 to 5 of a rating. */
  anyOf: (string | number | boolean)[];
}

/** A question of a survey. What a type does not use is null, 0, false or an empty list. */
export interface SurveyQuestion {
  /** Small letters, digits and `_`; the same over all versions of a survey, so that years compare. */
  key: string;
  type: QuestionType;
  /** Heading above this question and those after it; null goes on with the one before. */
  section: string | null;
  text: string;
  help: string | null;
  /** Whether the survey can be submitted without an answer. */
  required: boolean;
  /** Which schools are asked; empty for all. */
  phases: QuestionPhase[];
  /** Of `one_choice` and `several_choices`; of `stage` its scale, from lowest to highest. */
  options: SurveyOption[];
  /** What a number counts: `minutes a week`. */
  unit: string | null;
  /** Smallest and largest number or amount in pounds; null for 0 and `LARGEST_NUMBER`. */
  min: number | null;
  max: number | null;
  /** Digits after the point: 0 to 2 for a number, 0 (whole pounds) or 2 (with pence) for money. */
  decimals: number;
  /** What 1 and 5 of a rating mean. */
  low: string | null;
  high: string | null;
  showWhen: ShowWhen | null;
}

/**
 * A recorded answer: `yes_no` boolean, `one_choice` an option's key, `several_choices` keys, `number`
 * a number, `money` pounds, `rating` 1 to 5, `stage` its key, texts a text. What was not asked or not answered has no
 * entry, which is not the same as "no".
 */
export type SurveyAnswer = boolean | number | string | string[];
/** Answers by question key. */
export type SurveyAnswers = Record<string, SurveyAnswer>;

export const QUESTION_TYPE_LABELS: Record<QuestionType, string> = {
  yes_no: 'Yes or no',
  one_choice: 'One choice',
  several_choices: 'Several choices',
  number: 'Number',
  money: 'Money',
  rating: 'Rating from 1 to 5',
  stage: 'Stage on a scale',
  short_text: 'Short text',
  long_text: 'Long text',
};

export const RATINGS = [1, 2, 3, 4, 5] as const;
export const LARGEST_NUMBER = 9_999_999;
/** Most characters of an answer. */
export const TEXT_LIMITS = { short_text: 300, long_text: 5_000 } as const;
/** Most characters of what a question consists of, most questions and most options. */
export const SURVEY_LIMITS = {
  title: 120,
  intro: 2_000,
  section: 120,
  text: 300,
  help: 1_000,
  label: 200,
  unit: 40,
  questions: 150,
  options: 40,
} as const;

export const hasOptions = ({ type }: Pick<SurveyQuestion, 'type'>): boolean =>
  type === 'one_choice' || type === 'several_choices' || type === 'stage';

/** A new question, with nothing filled in but what is given. */
export function newQuestion(
  given: Pick<SurveyQuestion, 'key' | 'type' | 'text'> & Partial<SurveyQuestion>,
): SurveyQuestion {
  return {
    section: null,
    help: null,
    required: false,
    phases: [],
    options: [],
    unit: null,
    min: null,
    max: null,
    decimals: 0,
    low: null,
    high: null,
    showWhen: null,
    ...given,
  };
}
