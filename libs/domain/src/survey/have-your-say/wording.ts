import type { QuestionPhase } from '../phases';
import {
  newQuestion,
  type QuestionType,
  type ShowWhen,
  type SurveyOption,
  type SurveyQuestion,
} from '../question';

type More = Partial<Omit<SurveyQuestion, 'key' | 'type' | 'text'>>;

export const ask = (
  key: string,
  type: QuestionType,
  text: string,
  more: More = {},
): SurveyQuestion => newQuestion({ key, type, text, ...more });

/** Choices by key and label; `none` and `no_barriers` rule out the others where several are taken. */
export const choices = (labels: Record<string, string>): SurveyOption[] =>
  Object.entries(labels).map(([key, label]) => ({
    key,
    label,
    alone: key === 'none' || key === 'no_barriers',
  }));

export const when = (question: string, ...anyOf: ShowWhen['anyOf']): { showWhen: ShowWhen } => ({
  showWhen: { question, anyOf },
});

export const TAUGHT_PRIMARY: QuestionPhase[] = ['nursery', 'primary', 'special'];
export const PRIMARY: QuestionPhase[] = ['primary', 'special'];
export const SECONDARY: QuestionPhase[] = ['secondary', 'special'];
export const SCHOOLS: QuestionPhase[] = ['primary', 'secondary', 'sixteen_plus', 'special'];
export const MINUTES = { unit: 'minutes a week', max: 600 };
export const PUPILS = { unit: 'pupils', max: 10_000 };
export const HOW_OFTEN = choices({
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  seldom: 'Less often',
});
