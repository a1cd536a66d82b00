import {
  answerInWords,
  type SchoolColumnKind,
  type SurveyAnswer,
  type SurveyQuestion,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { ExportValue } from '@tracker/files';
import { ofVisitSurvey, sql, statement } from '@tracker/data';

/** A question by its key, as the latest version that asks it words it. */
export type AskedQuestion = SurveyQuestion;

const PUBLISHED = statement(
  'reports.published-questions',
  () => sql<{ questions: SurveyQuestion[] }>`
  SELECT v.questions FROM survey_versions v
  WHERE ${ofVisitSurvey('v')} AND v.published_at IS NOT NULL
  ORDER BY v.published_at DESC, v.id`,
);

/** Every question of the survey of the visits that was ever published, those of the latest version first and in its order. */
export async function askedQuestions(manager: EntityManager): Promise<AskedQuestion[]> {
  const known = new Map<string, AskedQuestion>();
  for (const { questions } of await PUBLISHED.rows(manager)) {
    for (const question of questions) {
      const newer = known.get(question.key);
      if (!newer) known.set(question.key, question);
      // Options of earlier years keep their labels beside the newer ones.
      else known.set(question.key, withOptions(newer, question));
    }
  }
  return [...known.values()];
}

function withOptions(newer: AskedQuestion, older: SurveyQuestion): AskedQuestion {
  const missing = older.options.filter(({ key }) => !newer.options.some((one) => one.key === key));
  return missing.length === 0 ? newer : { ...newer, options: [...newer.options, ...missing] };
}

/** How a column of its answers is taken. */
export const kindOfAnswers = ({ type }: AskedQuestion): SchoolColumnKind =>
  type === 'number' || type === 'money' || type === 'rating' ? 'number' : 'text';

/** The key stands in the heading: by it years are compared, however the question is worded. */
export const answerHeading = ({ key, text }: AskedQuestion): string => `${text} (${key})`;

/** What stands in a cell: numbers, pounds and ratings as numbers, choices by their labels. */
export function answerCell(question: AskedQuestion, answer: SurveyAnswer | undefined): ExportValue {
  if (answer === undefined || typeof answer === 'number') return answer;
  return answerInWords(question, answer);
}
