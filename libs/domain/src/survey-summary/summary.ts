import type { AcademicYear } from '../academic-year';
import type { QuestionFigures } from './figures';
import { findingOf } from './finding';
import { type NotCompared, type SummaryQuestion, whyNotCompared } from './summary-questions';

/** A survey that was answered in a year, and by how many schools of the whole hub. */
export interface AnsweredSurvey {
  surveyId: string;
  /** Of the newest version that was answered. */
  title: string;
  schools: number;
}

/** What was asked and answered in one year, before two years are set beside each other. */
export interface AnsweredYear {
  academicYear: AcademicYear;
  /** Answered in the year, the one of most schools first. */
  surveys: AnsweredSurvey[];
  /** The one that is summed up; null where nothing was answered. */
  survey: AnsweredSurvey | null;
  /** Distinct schools of the group that answered it. */
  schools: number;
  /** They are too few to break down what they answered. */
  tooFew: boolean;
  questions: { question: SummaryQuestion; figures: QuestionFigures }[];
}

/** A question with what schools answered to it, in one year or in two. */
export interface QuestionSummary extends Omit<SummaryQuestion, 'options'> {
  /** The answer in words: `7 in 10 schools say yes`. */
  finding: string;
  figures: QuestionFigures;
  /** Of the other year; null when there is none or it does not compare. */
  compared: QuestionFigures | null;
  notCompared: NotCompared | null;
}

/** A year of a summary without its questions. */
export type SummedYear = Omit<AnsweredYear, 'questions'>;

export interface SurveySummary extends SummedYear {
  comparedWith: SummedYear | null;
  /** In the order of the survey. */
  questions: QuestionSummary[];
}

/** Sets the answers of a year beside those of another one, question by question, by their keys. */
export function summarised(
  { questions, ...year }: AnsweredYear,
  other: AnsweredYear | null,
): SurveySummary {
  const { questions: others = [], ...otherYear } = other ?? {};
  const byKey = new Map(others.map((each) => [each.question.key, each]));
  return {
    ...year,
    comparedWith: other && (otherYear as SummedYear),
    questions: questions.map(({ question, figures }) => {
      const then = byKey.get(question.key);
      const notCompared = other && whyNotCompared(question, then?.question);
      return {
        ...withoutOptions(question),
        finding: findingOf(question, figures),
        figures,
        compared: then && notCompared === null ? then.figures : null,
        notCompared,
      };
    }),
  };
}

/** The options stand in the figures, counted. */
const withoutOptions = ({
  options: _,
  ...asked
}: SummaryQuestion): Omit<SummaryQuestion, 'options'> => asked;
