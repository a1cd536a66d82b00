import { answerInWords, isAnswered } from './answer';
import type { QuestionPhase } from './phases';
import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from './question';
import { visibleQuestions } from './visible';

/** What a visitor wants to know first, by the keys of the Have Your Say questions. */
const KEY_QUESTIONS: readonly string[] = [
  'music_lead_role',
  'first_access',
  'first_access_years',
  'lesson_pupils',
  'choir',
  'ensembles',
  'smdp_exists',
  'budget_enough',
  'barriers',
  'hub_could_do',
];

/** An answer that is known, and the day it was given. */
export interface DatedAnswer {
  answer: SurveyAnswer;
  on: string;
}

export interface AnswerInWords {
  key: string;
  question: string;
  answer: string;
  on: string;
}

/**
 * The answers to read before a visit, in the order of the survey, at most ten: those to the key
 * questions; in a survey that has none of these, to the required ones, else to the first ones.
 * Answers to questions that the others hide are left out.
 */
export function keyAnswers(
  questions: readonly SurveyQuestion[],
  known: Readonly<Record<string, DatedAnswer>>,
  phases: readonly QuestionPhase[],
): AnswerInWords[] {
  const answers: SurveyAnswers = Object.fromEntries(
    Object.entries(known).map(([key, { answer }]) => [key, answer]),
  );
  const answered = visibleQuestions({ questions }, answers, phases).filter(({ key }) =>
    isAnswered(answers[key]),
  );
  const isKey = ({ key }: SurveyQuestion) => KEY_QUESTIONS.includes(key);
  const choices = questions.some(isKey)
    ? [answered.filter(isKey)]
    : [answered.filter(({ required }) => required), answered];
  const chosen = choices.find(({ length }) => length > 0) ?? [];
  return chosen.slice(0, KEY_QUESTIONS.length).flatMap((question) => {
    const { key, text } = question;
    const given = known[key];
    return given
      ? [{ key, question: text, answer: answerInWords(question, given.answer), on: given.on }]
      : [];
  });
}
