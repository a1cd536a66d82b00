import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { QuestionSummary, SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { QuestionSummaryCard } from './QuestionSummaryCard';

interface SurveyPart {
  title: string;
  questions: QuestionSummary[];
}

const OLDER = 'Asked in earlier versions only';

/** The questions under the headings of the survey; those no longer asked at the end. */
function partsOf(questions: readonly QuestionSummary[]): SurveyPart[] {
  const parts: SurveyPart[] = [];
  for (const question of questions) {
    const title = question.older ? OLDER : (question.section ?? 'The survey');
    const last = parts.at(-1);
    if (last?.title === title) last.questions.push(question);
    else parts.push({ title, questions: [question] });
  }
  return parts;
}

interface SurveyPartsProps {
  summary: SurveySummary;
  asked: SurveySummaryQuery;
}

/** Every question of the survey, with the way to each of its parts. */
export function SurveyParts({ summary, asked }: SurveyPartsProps) {
  const id = useId();
  const parts = partsOf(summary.questions);
  const goTo = (at: number) => {
    const heading = document.getElementById(`${id}-${at}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <>
      <Box component="nav" aria-label="Parts of the survey" className="no-print">
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
        >
          {parts.map(({ title }, at) => (
            <li key={title}>
              <Button
                size="small"
                variant="outlined"
                onClick={() => goTo(at)}
                sx={{ whiteSpace: 'normal', textAlign: 'left' }}
              >
                {title}
              </Button>
            </li>
          ))}
        </Box>
      </Box>
      {parts.map(({ title, questions }, at) => (
        <Box component="section" key={title} aria-labelledby={`${id}-${at}`}>
          <Typography variant="h2" id={`${id}-${at}`} tabIndex={-1} sx={{ mb: 1, mt: 1 }}>
            {title}
          </Typography>
          <Box
            className="question-cards"
            sx={{
              display: 'grid',
              gap: 2,
              alignItems: 'start',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
            }}
          >
            {questions.map((question) => (
              <QuestionSummaryCard
                key={question.key}
                question={question}
                summary={summary}
                asked={asked}
              />
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
