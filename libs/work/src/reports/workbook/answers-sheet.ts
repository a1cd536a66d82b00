import type { SurveyAnswers } from '@tracker/domain';
import { answerCell, answerHeading, type AskedQuestion, kindOfAnswers } from '../asked-questions';
import {
  answersConfirmed,
  atStandingVisit,
  ofVisitSurvey,
  shared,
  sql,
  statement,
} from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import {
  field,
  SCHOOL_CELLS,
  type SchoolCells,
  schoolColumns,
  type SheetPlan,
  yesNo,
} from './sheet';

interface ResponseRow extends SchoolCells {
  id: string;
  visitId: string | null;
  source: 'visit' | 'school';
  answeredOn: string;
  submitted: boolean;
  survey: string;
  filledInBy: string | null;
  answers: SurveyAnswers | null;
}

const RESPONSES = statement('reports.answers-sheet', (period: ReportPeriod) => {
  const [opensOn, closesOn] = [shared(period.opensOn), period.closesOn];
  const regionId = shared(period.regionId);
  return sql<ResponseRow>`
  SELECT q.id, coalesce(q.visit_id, CASE WHEN ${answersConfirmed('q')} THEN q.confirmed_by_visit_id END)
      AS "visitId", ${SCHOOL_CELLS}, q.source,
    q.answered_on AS "answeredOn", q.submitted_at IS NOT NULL AS submitted,
    n.title || ', version ' || n.number AS survey, q.filled_in_by AS "filledInBy",
    (SELECT jsonb_object_agg(a.question_key, a.value) FROM survey_answers a
      WHERE a.response_id = q.id) AS answers
  FROM survey_responses q JOIN schools s ON s.id = q.school_id
  LEFT JOIN regions r ON r.id = s.region_id
  JOIN survey_versions n ON n.id = q.survey_version_id
  WHERE ${ofVisitSurvey('q')} AND ${atStandingVisit('q')} AND (${opensOn}::date IS NULL
      OR q.answered_on BETWEEN ${opensOn}::date AND ${closesOn}::date)
    AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY q.answered_on, q.id`;
});

/** @param questions each is a column, whichever version asked it */
export function answersSheet(
  period: ReportPeriod,
  questions: readonly AskedQuestion[],
): SheetPlan<ResponseRow> {
  return {
    name: 'Survey answers',
    oneRowIs:
      'One survey that a school answered, with a column for each question; the key of the question stands in brackets and is the same in every year',
    statement: RESPONSES.write(period),
    columns: [
      field('id', 'Response ID'),
      field('visitId', 'Visit ID'),
      ...schoolColumns<ResponseRow>(),
      field('survey', 'Survey'),
      {
        ...{ key: 'source', heading: 'Answered', kind: 'text' },
        value: ({ source }) => (source === 'visit' ? 'At a visit' : 'By the school itself'),
      },
      field('answeredOn', 'Day', 'day'),
      {
        ...{ key: 'submitted', heading: 'Submitted', kind: 'text' },
        value: ({ submitted }) => yesNo(submitted),
      },
      field('filledInBy', 'Filled in by'),
      ...questions.map((question) => ({
        key: question.key,
        heading: answerHeading(question),
        kind: kindOfAnswers(question),
        value: ({ answers }: ResponseRow) => answerCell(question, answers?.[question.key]),
      })),
    ],
  };
}
