import { lazy, Suspense, useState } from 'react';
import { useGetList, useGetMany } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import {
  mayCorrect,
  type OutcomeTag,
  type SurveyResponse,
  type Visit,
  type VisitOutcome,
} from '@tracker/contract';
import { engagementInWords, VISIT_SURVEY } from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { instantInWords } from '../fields/texts';
import { useMayWrite, useSignedInUser } from '../providers/use-signed-in-user';

const CorrectDialog = lazy(() => import('./CorrectDialog'));

interface OutcomeDetailsProps {
  visit: Visit;
  outcome: VisitOutcome;
}

/** Beside the summary: strengths, needs, engagement, who wrote it and what was corrected. */
export function OutcomeDetails({ visit, outcome }: OutcomeDetailsProps) {
  const [correcting, setCorrecting] = useState(false);
  const user = useSignedInUser();
  const mayWrite = useMayWrite(visit.regionId);
  const { strengthTagIds, needTagIds, engagementLevel: level, correction } = outcome;
  const { data: tags = [] } = useGetMany<OutcomeTag>('outcome-tags', {
    ids: [...strengthTagIds, ...needTagIds],
  });
  const { data: surveys } = useGetList<SurveyResponse>('survey-responses', {
    filter: { visitId: visit.id, purpose: VISIT_SURVEY },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'answeredOn', order: 'DESC' },
  });
  const survey = surveys?.[0];
  const words = (ids: readonly string[], more: string | null) => {
    const labels = tags.filter((tag) => ids.includes(tag.id)).map(({ label }) => label);
    return [labels.join(', '), more].filter(Boolean).join('. ') || null;
  };
  const facts = [
    ['Strengths', words(strengthTagIds, outcome.strengths)],
    ['Needs', words(needTagIds, outcome.needs)],
    ['Engagement', level && `${engagementInWords(level)}: ${outcome.engagementReason}`],
  ] as const;
  const known = facts.filter(([, fact]) => fact);
  return (
    <>
      {known.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <FactList facts={known.map(([label, fact]) => [label, fact])} />
        </Box>
      )}
      {survey && (
        <Typography sx={{ mt: 1 }}>
          <Link component={RouterLink} to={`/survey-responses/${survey.id}`}>
            {survey.title}: the answers
          </Link>
        </Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        Logged {instantInWords(outcome.loggedAt)}.
      </Typography>
      {correction && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          Corrected by {correction.byName ?? 'somebody whose account is gone'} on{' '}
          {instantInWords(correction.at)}, because: {correction.reason}
        </Typography>
      )}
      {user && mayWrite && mayCorrect(user, visit) && (
        <Button size="small" sx={{ mt: 0.5 }} onClick={() => setCorrecting(true)}>
          Correct…
        </Button>
      )}
      <Suspense fallback={null}>
        {correcting && (
          <CorrectDialog visit={visit} outcome={outcome} onClose={() => setCorrecting(false)} />
        )}
      </Suspense>
    </>
  );
}
