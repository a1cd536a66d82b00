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
  summarised,
  type SurveySummary,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { Statement } from '../sql';
import { heardByKey, type SchoolGroup } from './school-group';
import {
  ANSWERED_VERSIONS,
  COUNT_ANSWERED,
  COUNT_CHOICES,
  COUNT_TAGS,
  type CountRow,
  MEASURE_NUMBERS,
  type VersionRow,
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

async function readYear(manager: EntityManager, asked: AskedSummary): Promise<AnsweredYear> {
  const { academicYear, surveyId } = asked;
  const versions = await ANSWERED_VERSIONS.rows(manager, asked);
  const surveys = uniqueSurveys(versions);
  const survey = surveys.find((each) => !surveyId || each.surveyId === surveyId) ?? null;
  const year = { academicYear, surveys, survey };
  if (!survey) return { ...year, schools: 0, tooFew: true, questions: [] };
  const counts = await COUNT_ANSWERED.rows(manager, asked, survey.surveyId, null);
  const heard = heardByKey(counts, asked);
  const questions = summaryQuestions(versions.filter((each) => each.surveyId === survey.surveyId));
  const figuresOf = await readFigures(manager, questions, asked, survey.surveyId);
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

/** Reads the figures of all questions, each kind with one statement. */
async function readFigures(
  manager: EntityManager,
  questions: readonly SummaryQuestion[],
  group: SchoolGroup,
  surveyId: string,
): Promise<(question: SummaryQuestion, answers: number) => QuestionFigures> {
  const read = <Row>(
    statement: Statement<Row, [SchoolGroup, string, readonly string[]]>,
    ...kinds: FigureKind[]
  ): Promise<Row[]> => {
    const keys = questions
      .filter(({ type }) => kinds.includes(FIGURE_KINDS[type]))
      .map(({ key }) => key);
    return keys.length === 0 ? Promise.resolve([]) : statement.rows(manager, group, surveyId, keys);
  };
  const choices = await read(COUNT_CHOICES, 'choices', 'rating');
  const numbers = await read(MEASURE_NUMBERS, 'numbers', 'rating');
  const tags = await read(COUNT_TAGS, 'texts');
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
