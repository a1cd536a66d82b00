import { useId } from 'react';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import type {
  QuestionFigures,
  QuestionSummary,
  SurveySummary,
  SurveySummaryQuery,
} from '@tracker/contract';
import { FIGURE_KINDS, NOT_COMPARED_WORDS, whyHeldBack } from '@tracker/domain';
import { ChartFigure, FillSample, Legend } from '../charts';
import { LabelBars } from '../labels/LabelBars';
import { answersInWords, chartInWords } from './figures-in-words';
import { QuestionBars } from './QuestionBars';
import { QuestionTable } from './QuestionTable';
import { SurveyTexts } from './SurveyTexts';

interface QuestionSummaryCardProps {
  question: QuestionSummary;
  summary: SurveySummary;
  asked: SurveySummaryQuery;
}

/** What schools answered to one question: the finding, the chart, the table, and what they wrote. */
export function QuestionSummaryCard({ question, summary, asked }: QuestionSummaryCardProps) {
  const id = useId();
  const { text, type, figures, compared, finding } = question;
  const { academicYear, comparedWith } = summary;
  const other = compared && !compared.tooFew ? comparedWith?.academicYear : undefined;
  const years = [academicYear, ...(other ? [other] : [])];
  const heading = (
    <Typography variant="body2" component="h3" id={id} sx={{ color: 'text.secondary' }}>
      {text}
    </Typography>
  );
  const isText = FIGURE_KINDS[type] === 'texts';
  return (
    <Card component="article" aria-labelledby={id}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        {figures.tooFew || isText ? (
          <>
            {heading}
            <Typography variant="h3" component="p">
              {finding}
            </Typography>
          </>
        ) : (
          <ChartFigure
            under={heading}
            finding={finding}
            inWords={chartInWords(question)}
            legend={other && <Years years={[academicYear, other]} />}
            table={<QuestionTable question={question} years={years} />}
          >
            <QuestionBars question={question} years={years} />
          </ChartFigure>
        )}
        <Base question={question} summary={summary} />
        {isText && !figures.tooFew && (
          <>
            {figures.tags.length > 0 && (
              <LabelBars question={question.text} tags={question.figures.tags} />
            )}
            <SurveyTexts
              question={question}
              asked={{ ...asked, academicYear, surveyId: summary.survey?.surveyId }}
            />
          </>
        )}
      </CardContent>
    </Card>
  );
}

const FILLS = ['full', 'striped'] as const;

function Years({ years }: { years: readonly string[] }) {
  return (
    <Legend
      entries={years.map((year, at) => ({
        key: year,
        sample: <FillSample fill={FILLS[at] ?? 'empty'} />,
        words: year,
      }))}
    />
  );
}

/** How many answered, in each year, and why a year is missing. */
function Base({ question, summary }: Omit<QuestionSummaryCardProps, 'asked'>) {
  const { figures, compared, notCompared } = question;
  const { academicYear, comparedWith } = summary;
  const lines = [
    // A finding about texts, or about too few answers, has their number already.
    ...(figures.answers > 0 && !figures.tooFew && FIGURE_KINDS[question.type] !== 'texts'
      ? [`${answersInWords(figures)}${comparedWith ? ` in ${academicYear}` : ''}.`]
      : []),
    ...(comparedWith && compared ? [thenInWords(compared, comparedWith.academicYear)] : []),
    ...(comparedWith && notCompared
      ? [`${comparedWith.academicYear}: ${NOT_COMPARED_WORDS[notCompared]}`]
      : []),
  ];
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {lines.join(' ')}
    </Typography>
  );
}

/** `104 answers in 2025-26.` */
function thenInWords(compared: QuestionFigures, year: string): string {
  if (compared.answers === 0) return `No answers in ${year}.`;
  const why = compared.tooFew ? `: ${whyHeldBack(compared.answers)}` : '';
  return `${answersInWords(compared)} in ${year}${why}.`;
}
