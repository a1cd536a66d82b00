import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import type { SurveySummary } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Empty } from '../layout/Empty';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';

import { AnswersFilters } from './AnswersFilters';
import { NeedsSection } from './NeedsSection';
import { SUMMARY_ON_PAPER } from './on-paper';
import { SaveSummary } from './SaveSummary';
import { SurveyParts } from './SurveyParts';
import { useAnswersAddress } from './use-answers-address';
import { call } from '../providers/call';

/** What do schools say, and what do they need? */
export default function SchoolAnswersPage() {
  const { asked, turnTo } = useAnswersAddress();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['survey-summary', asked],
    queryFn: ({ signal }) => call('GET /api/survey-summary', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Box className="school-answers">
      <GlobalStyles styles={SUMMARY_ON_PAPER} />
      <PageHeading
        title="What schools told us"
        actions={data && data.survey && <SaveSummary asked={asked} summary={data} />}
      >
        {data && <Who summary={data} />}
      </PageHeading>
      <AnswersFilters asked={asked} shown={data} onChange={turnTo} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Counting what schools told us…" />}
      {data && !error && (
        <Box
          aria-busy={isPlaceholderData}
          sx={{
            opacity: isPlaceholderData ? 0.6 : 1,
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'minmax(0, 1fr)',
          }}
        >
          <NeedsSection asked={asked} academicYear={data.academicYear} />
          {data.survey ? (
            <SurveyParts summary={data} asked={asked} />
          ) : (
            <Empty title={`No school has answered the survey in ${data.academicYear}`}>
              Answers appear here as soon as a visit with its survey is logged, or a school sends in
              its own. Another year may have some.
            </Empty>
          )}
        </Box>
      )}
    </Box>
  );
}

/** Who answered what, and when: `49 schools answered “Have Your Say 2024-25” in 2024-25`. */
function Who({ summary: { survey, schools, academicYear, comparedWith } }: WhoProps) {
  if (!survey) return null;
  const other = comparedWith
    ? `; in ${comparedWith.academicYear} there were ${comparedWith.schools.toLocaleString('en-GB')}`
    : '';
  return (
    <Typography sx={{ color: 'text.secondary' }}>
      {`${plural(schools, 'school')} answered “${survey.title}” in ${academicYear}${other}.`}
    </Typography>
  );
}

interface WhoProps {
  summary: SurveySummary;
}
