import { answerInWords, isAnswered } from './answer';
import type { QuestionPhase } from './phases';
import type { SurveyQuestion } from './question';
import { answerTo, type GivenAnswers, visibleQuestions } from './visible';

/** A section of a survey as one school is asked it, a screen of its own. */
export interface SurveyPage {
  /** Null for questions that stand under no heading. */
  title: string | null;
  /** Those that are asked, in order; never empty. */
  questions: SurveyQuestion[];
  unanswered: SurveyQuestion[];
}

/**
 * The pages of a survey: neighbouring questions under one heading. A section none of whose questions
 * is asked has no page. A question only ever shows later ones, so an answer moves no page before its own.
 */
export function surveyPages(
  version: { questions: readonly SurveyQuestion[] },
  answers: GivenAnswers,
  phases: readonly QuestionPhase[],
): SurveyPage[] {
  const titles = titlesOf(version.questions);
  const pages: SurveyPage[] = [];
  for (const question of visibleQuestions(version, answers, phases)) {
    const title = titles.get(question.key) ?? null;
    const last = pages.at(-1);
    const page = last && last.title === title ? last : { title, questions: [], unanswered: [] };
    if (page !== last) pages.push(page);
    page.questions.push(question);
    if (!isAnswered(answerTo(answers, question.key))) page.unanswered.push(question);
  }
  return pages;
}

/** The heading each question stands under: its own, or that of the one before. */
function titlesOf(questions: readonly SurveyQuestion[]): Map<string, string> {
  const titles = new Map<string, string>();
  let title: string | null = null;
  for (const question of questions) {
    title = question.section ?? title;
    if (title !== null) titles.set(question.key, title);
  }
  return titles;
}

/** How far somebody has come with these pages: of so many questions so many are answered. */
export function surveyCount(pages: readonly SurveyPage[]): { asked: number; answered: number } {
  const asked = pages.reduce((sum, { questions }) => sum + questions.length, 0);
  const open = pages.reduce((sum, { unanswered }) => sum + unanswered.length, 0);
  return { asked, answered: asked - open };
}

/** `7 of 27 answered`, of one page or of several. */
export function answeredInWords(...pages: SurveyPage[]): string {
  const { asked, answered } = surveyCount(pages);
  return `${answered} of ${asked} answered`;
}

/** The page a question stands on; -1 when it is not asked. */
export const surveyPageOf = (pages: readonly SurveyPage[], key: string): number =>
  pages.findIndex(({ questions }) => questions.some((question) => question.key === key));

interface AnsweredSurvey {
  title: string;
  /** Lines below the title: whose answers, when, by whom. */
  about: readonly string[];
  pages: readonly SurveyPage[];
  answers: GivenAnswers;
}

/** A survey with its answers as a text to keep. */
export function surveyAsText({ title, about, pages, answers }: AnsweredSurvey): string {
  const parts = pages.map((page) => [
    ...(page.title === null ? [] : [page.title.toUpperCase(), '']),
    ...page.questions.flatMap((question) => {
      const answer = answerTo(answers, question.key);
      const words = isAnswered(answer) ? answerInWords(question, answer) : 'Not answered';
      return [question.text, ...words.split('\n').map((line) => `  ${line}`), ''];
    }),
  ]);
  return [title, ...about, answeredInWords(...pages), '', ...parts.flat()].join('\r\n');
}
