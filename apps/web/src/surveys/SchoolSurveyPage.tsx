import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import type { SchoolSurvey } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { NoSignalLine } from '../on-device/NoSignalLine';
import { AskTheHub } from './AboutSurvey';
import { SchoolSurveyForm } from './SchoolSurveyForm';
import { type SentAnswers, SentSurvey } from './SentSurvey';
import { call } from '../providers/call';
import { capital } from '@tracker/domain';

interface JustSent {
  survey: SchoolSurvey;
  answers: SentAnswers;
}

/** Where a school's link leads: its survey, and nothing else of the tracker. */
export default function SchoolSurveyPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [justSent, setJustSent] = useState<JustSent | null>(null);
  // Once open, what is typed here counts: it is not fetched again.
  const { data, error, refetch } = useQuery({
    queryKey: ['school-survey', token],
    queryFn: () => call('POST /api/school-survey', { body: { token } }),
    staleTime: Infinity,
    retry: false,
  });
  const survey = justSent?.survey ?? data;
  const title = survey?.title ?? 'Survey for your school';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <NoSignalLine />
      <Box
        component="main"
        sx={{ minHeight: '100vh', bgcolor: 'background.default', p: { sm: 2 } }}
      >
        <Card
          sx={{ maxWidth: 680, mx: 'auto', p: { xs: 2, sm: 4 }, borderRadius: { xs: 0, sm: 3 } }}
        >
          {survey && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {capital(survey.hub.name)}
            </Typography>
          )}
          <Typography variant="h1" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
          {survey && <Typography sx={{ fontWeight: 650 }}>{survey.schoolName}</Typography>}
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {!survey && !error && <Waiting words="Opening the survey…" />}
          {survey?.submittedAt && <SentSurvey survey={survey} sent={justSent?.answers ?? null} />}
          {survey && !survey.submittedAt && (
            <SchoolSurveyForm
              token={token}
              opened={survey}
              onSent={(now, answers) => setJustSent({ survey: now, answers })}
            />
          )}
          {survey && <AskTheHub hub={survey.hub} />}
        </Card>
      </Box>
    </>
  );
}
