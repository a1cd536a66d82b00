import {
  type AcademicYear,
  type AnsweredSurvey,
  type AnsweredYear,
  type CountedChoice,
  FIGURE_KINDS,
  type FigureKind,
  type QuestionFigures,
  type Spread,
  type SummaryQuestion,
  summaryQuestions,
  type SurveyQuestion,
  summarised,
  type SurveySummary,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { type GroupCount, groupValues, heardByKey, type SchoolGroup } from './school-group';
import {
  ANSWERED_VERSIONS,
  COUNT_ANSWERED,
  COUNT_CHOICES,
  COUNT_TAGS,
  MEASURE_NUMBERS,
} from './survey-summary.queries';

/** Whose answers to which survey are summed up. */
export interface AskedSummary extends SchoolGroup {
  /** Left out: in each year the survey that most schools answered. */
  surveyId?: string | undefined;
  /** Another year, whose figures stand beside this one's. */
  compareWith?: AcademicYear | undefined;
}

/** What schools answered in a year, question by question, beside another year if there is one. */
export async function readSurveySummary(
  manager: EntityManager,
  asked: AskedSummary,
): Promise<SurveySummary> {
  const { compareWith } = asked;
  const year = await readYear(manager, asked);
  const other = compareWith
    ? await readYear(manager, { ...asked, academicYear: compareWith })
    : null;
  return summarised(year, other);
}

interface VersionRow extends AnsweredSurvey {
  questions: SurveyQuestion[];
}

async function readYear(manager: EntityManager, asked: AskedSummary): Promise<AnsweredYear> {
  const { academicYear, surveyId } = asked;
  const values = groupValues(asked);
  const versions: VersionRow[] = await manager.query(ANSWERED_VERSIONS, values.slice(0, 2));
  const surveys = uniqueSurveys(versions);
  const survey = surveys.find((each) => !surveyId || each.surveyId === surveyId) ?? null;
  const year = { academicYear, surveys, survey };
  if (!survey) return { ...year, schools: 0, tooFew: true, questions: [] };
  const bound = [...values, survey.surveyId];
  const counts: GroupCount[] = await manager.query(COUNT_ANSWERED, [...bound, null]);
  const heard = heardByKey(counts, asked);
  const questions = summaryQuestions(versions.filter((each) => each.surveyId === survey.surveyId));
  const figuresOf = await readFigures(manager, questions, bound);
  return {
    ...year,
    ...heard(''),
    questions: questions.map((question) => {
      const { schools: answers, tooFew } = heard(question.key);
      return { question, figures: tooFew ? untold(answers) : figuresOf(question, answers) };
    }),
  };
}

/** The surveys of some versions, in their order; each is called as its newest version. */
function uniqueSurveys(versions: readonly VersionRow[]): AnsweredSurvey[] {
  const newest = new Map<string, AnsweredSurvey>();
  for (const { surveyId, title, schools } of versions) {
    if (!newest.has(surveyId)) newest.set(surveyId, { surveyId, title, schools });
  }
  return [...newest.values()];
}

/** What is said of answers that are too few. */
const untold = (answers: number): QuestionFigures => ({
  ...{ answers, tooFew: true, choices: [], spread: null, tags: [] },
});

interface CountRow {
  question: string;
  key: string;
  schools: number;
}

/** Reads the figures of all questions, each kind with one statement. */
async function readFigures(
  manager: EntityManager,
  questions: readonly SummaryQuestion[],
  bound: readonly unknown[],
): Promise<(question: SummaryQuestion, answers: number) => QuestionFigures> {
  const read = <Row>(sql: string, ...kinds: FigureKind[]): Promise<Row[]> => {
    const keys = questions
      .filter(({ type }) => kinds.includes(FIGURE_KINDS[type]))
      .map(({ key }) => key);
    return keys.length === 0 ? Promise.resolve([]) : manager.query(sql, [...bound, keys]);
  };
  const choices = await read<CountRow>(COUNT_CHOICES, 'choices', 'rating');
  const numbers = await read<{ question: string; measures: number[] | null }>(
    MEASURE_NUMBERS,
    'numbers',
    'rating',
  );
  const tags = await read<CountRow & { label: string }>(COUNT_TAGS, 'texts');
  return ({ key, options }, answers) => ({
    answers,
    tooFew: false,
    choices: asChoices(
      options,
      choices.filter(({ question }) => question === key),
      answers,
    ),
    spread: asSpread(numbers.find(({ question }) => question === key)?.measures ?? null),
    tags: tags
      .filter(({ question }) => question === key)
      .map(({ key: id, label, schools }) => ({ id, label, schools })),
  });
}

function asChoices(
  options: SummaryQuestion['options'],
  rows: readonly CountRow[],
  answers: number,
): CountedChoice[] {
  return options.map(({ key, label }) => {
    const schools = rows.find((row) => row.key === key)?.schools ?? 0;
    return { key, label, schools, share: Math.round((schools / answers) * 1000) / 1000 };
  });
}

function asSpread(measures: readonly (number | null)[] | null): Spread | null {
  const [lowest, lowerQuartile, median, upperQuartile, highest] = (measures ?? []).map((measure) =>
    measure === null ? null : Math.round(measure * 100) / 100,
  );
  if (lowest == null || lowerQuartile == null || median == null) return null;
  if (upperQuartile == null || highest == null) return null;
  return { lowest, lowerQuartile, median, upperQuartile, highest };
}
