import { answerFault, isAnswered } from './answer';
import type { QuestionPhase } from './phases';
import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from './question';
import { answerTo, type GivenAnswers, visibleQuestions } from './visible';

interface Asked {
  questions: readonly SurveyQuestion[];
}

/** A sentence for each question whose answer cannot be taken, by question key. */
export type AnswerErrors = Record<string, string>;

/**
 * Holds answers to their survey; the browser and the server ask this same question. Answers to
 * questions that are hidden are not looked at, for they are not recorded either.
 *
 * @param complete whether required questions must be answered
 */
export function validateAnswers(
  version: Asked,
  answers: GivenAnswers,
  { phases, complete }: { phases: readonly QuestionPhase[]; complete: boolean },
): AnswerErrors {
  const errors = unknownQuestions(version, answers);
  for (const question of visibleQuestions(version, answers, phases)) {
    const value = answerTo(answers, question.key);
    if (!isAnswered(value)) {
      if (complete && question.required) {
        errors.push([question.key, `Please answer “${question.text}”.`]);
      }
      continue;
    }
    errors.push(...faultOf(question, value));
  }
  return Object.fromEntries(errors);
}

function unknownQuestions({ questions }: Asked, answers: GivenAnswers): [string, string][] {
  const known = new Set(questions.map(({ key }) => key));
  return Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => [key, `There is no question “${key}” in this survey.`]);
}

function faultOf(question: SurveyQuestion, value: unknown): [string, string][] {
  const fault = answerFault(question, value);
  return fault === null ? [] : [[question.key, `“${question.text}” ${fault}.`]];
}

/**
 * What is wrong with single answers while the survey is being filled in, whether their questions show
 * at the moment or not: what is hidden now may be shown again.
 */
export function changesErrors(version: Asked, changes: GivenAnswers): AnswerErrors {
  const faults = version.questions.flatMap((question) => {
    const value = answerTo(changes, question.key);
    return isAnswered(value) ? faultOf(question, value) : [];
  });
  return Object.fromEntries([...unknownQuestions(version, changes), ...faults]);
}

/** Answers after some have changed; what is changed to no answer is taken back. */
export function withChanges(answers: SurveyAnswers, changes: GivenAnswers): SurveyAnswers {
  const after = new Map<string, SurveyAnswer>(Object.entries(answers));
  for (const [key, value] of Object.entries(changes)) {
    if (isAnswered(value)) after.set(key, value);
    else after.delete(key);
  }
  return Object.fromEntries(after);
}

/**
 * What is kept of valid answers: those of questions that are asked and answered, texts without the
 * white space around them, choices in the order of the options.
 */
export function answersToKeep(
  version: Asked,
  answers: GivenAnswers,
  phases: readonly QuestionPhase[],
): SurveyAnswers {
  return Object.fromEntries(
    visibleQuestions(version, answers, phases).flatMap((question): [string, SurveyAnswer][] => {
      const value = answerTo(answers, question.key);
      return isAnswered(value) ? [[question.key, tidy(question, value)]] : [];
    }),
  );
}

function tidy({ options }: SurveyQuestion, value: SurveyAnswer): SurveyAnswer {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return value;
  return options.map(({ key }) => key).filter((key) => value.includes(key));
}
