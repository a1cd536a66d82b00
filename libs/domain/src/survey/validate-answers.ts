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
  const known = new Set(version.questions.map(({ key }) => key));
  const errors: [string, string][] = Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => [key, `There is no question “${key}” in this survey.`]);
  for (const question of visibleQuestions(version, answers, phases)) {
    const value = answerTo(answers, question.key);
    if (!isAnswered(value)) {
      if (complete && question.required) {
        errors.push([question.key, `Please answer “${question.text}”.`]);
      }
      continue;
    }
    const fault = answerFault(question, value);
    if (fault) errors.push([question.key, `“${question.text}” ${fault}.`]);
  }
  return Object.fromEntries(errors);
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
