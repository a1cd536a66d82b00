import { isAnswered } from './answer';
import { isAskedIn, type QuestionPhase } from './phases';
import type { ShowWhen, SurveyQuestion } from './question';

/** Answers as they come, checked or not. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

export const answerTo = (answers: GivenAnswers, key: string): unknown =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/**
 * The questions that are asked, in order: those for the school's phases whose condition, if they have
 * one, is met by the answer to an earlier question that is asked as well.
 */
export function visibleQuestions(
  { questions }: { questions: readonly SurveyQuestion[] },
  answers: GivenAnswers,
  phases: readonly QuestionPhase[],
): SurveyQuestion[] {
  const asked = new Set<string>();
  return questions.filter((question) => {
    const { showWhen } = question;
    const visible =
      isAskedIn(question.phases, phases) &&
      (showWhen === null || (asked.has(showWhen.question) && isMet(showWhen, answers)));
    if (visible) asked.add(question.key);
    return visible;
  });
}

function isMet({ question, anyOf }: ShowWhen, answers: GivenAnswers): boolean {
  const answer = answerTo(answers, question);
  if (!isAnswered(answer)) return false;
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return given.some((value) => (anyOf as readonly unknown[]).includes(value));
}
