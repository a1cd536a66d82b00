import { lazy, Suspense, useState } from 'react';
import { useGetMany } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mayCorrect, type OutcomeTag, type Visit, type VisitOutcome } from '@tracker/contract';
import { engagementInWords } from '@tracker/domain';
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
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        Logged {instantInWords(outcome.loggedAt)}.
      </Typography>
      {correction && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          Corrected by {correction.byName ?? 'somebody whose account is gone'} on{' '}
          {instantInWords(correction.at)}, because: {correction.reason}
        </Typography>
      )}
      {user && mayWrite && mayCorrect(user, outcome) && (
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
