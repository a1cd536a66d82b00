import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Pagination from '@mui/material/Pagination';
import Typography from '@mui/material/Typography';
import type { QuestionSummary, SurveySummaryQuery } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';

import { SurveyTextItem } from './SurveyTextItem';
import { callForPage } from '../providers/call';

const ROWS = 5;

interface SurveyTextsProps {
  question: QuestionSummary;
  asked: SurveySummaryQuery;
}

/** What schools wrote, opened when somebody wants to read it. */
export function SurveyTexts({ question, asked }: SurveyTextsProps) {
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mt: 1 }}>
      <Button
        size="small"
        variant={open ? 'text' : 'outlined'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="no-print"
      >
        {open ? 'Hide the texts' : `Read ${plural(question.figures.answers, 'text')}`}
      </Button>
      {open && <Texts question={question} asked={asked} />}
    </Box>
  );
}

function Texts({ question, asked }: SurveyTextsProps) {
  const { academicYear, regionId, phase, fsmBand, surveyId } = asked;
  const [page, setPage] = useState(1);
  const [tagId, setTagId] = useState('');
  const wanted = {
    ...{ academicYear, regionId, phase, fsmBand, surveyId, questionKey: question.key },
    ...(tagId && { tagId }),
    range: JSON.stringify([(page - 1) * ROWS, page * ROWS - 1]),
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['survey-texts', wanted],
    queryFn: ({ signal }) => callForPage('GET /api/survey-texts', { query: wanted, signal }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the texts…" />;
  const pages = Math.ceil(data.total / ROWS);
  const { tags } = question.figures;
  return (
    <Box aria-busy={isPlaceholderData}>
      {tags.length > 0 && (
        <Box sx={{ my: 1.5 }} className="no-print">
          <Choice
            label="Label"
            all="All texts"
            value={tagId}
            choices={tags.map(({ id, label, schools }) => ({ id, name: `${label} (${schools})` }))}
            onChange={(next) => {
              setTagId(next);
              setPage(1);
            }}
          />
        </Box>
      )}
      {data.total === 0 && <Typography sx={{ my: 1 }}>No text has this label now.</Typography>}
      <Box
        component="ul"
        aria-label={`What schools wrote: ${question.text}`}
        sx={{ listStyle: 'none', m: 0, p: 0 }}
      >
        {data.rows.map((text) => (
          <SurveyTextItem key={text.id} text={text} />
        ))}
      </Box>
      {pages > 1 && (
        <Pagination
          className="no-print"
          count={pages}
          page={Math.min(page, pages)}
          onChange={(_, next) => setPage(next)}
          siblingCount={0}
          sx={{ mt: 1 }}
          aria-label={`Pages of texts: ${question.text}`}
        />
      )}
    </Box>
  );
}
