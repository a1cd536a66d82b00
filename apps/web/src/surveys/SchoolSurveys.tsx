import { useState } from 'react';
import { useGetList, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { School, SurveyLink, SurveyResponse } from '@tracker/contract';
import { formatDay, VISIT_SURVEY } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { RevokeLinkDialog } from './RevokeLinkDialog';
import { SurveyLinkDialog } from './SurveyLinkDialog';

const FIRST = { page: 1, perPage: 10 };

/** What a school has answered so far, and the link with which it can answer by itself. */
export function SchoolSurveys({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const [open, setOpen] = useState<'make' | 'revoke' | null>(null);
  const refresh = useRefresh();
  const { data, error, refetch } = useGetList<SurveyResponse>('survey-responses', {
    filter: { schoolId: school.id, withPredecessors: true, purpose: VISIT_SURVEY },
    pagination: FIRST,
    sort: { field: 'answeredOn', order: 'DESC' },
  });
  const { data: links } = useGetList<SurveyLink>('survey-links', {
    filter: { schoolId: school.id, purpose: VISIT_SURVEY },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  const link = links?.[0];
  const done = () => {
    setOpen(null);
    refresh();
  };
  return (
    <Section
      title="Surveys"
      action={mayWrite && <Button onClick={() => setOpen('make')}>Link for the school</Button>}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading the surveys…" />}
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>No survey has been answered yet.</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((response) => (
          <Box component="li" key={response.id} sx={{ py: 0.75 }}>
            <Link component={RouterLink} to={`/survey-responses/${response.id}`}>
              {response.title}, {formatDay(response.answeredOn)}
            </Link>{' '}
            <SourceChip response={response} />
            {response.schoolId !== school.id && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                Answered by {response.schoolName}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
      {link?.state === 'open' && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          The school has a link until {formatDay(link.expiresOn)};{' '}
          {link.savedAt ? 'it has begun to answer.' : 'it has not begun to answer.'}{' '}
          {mayWrite && (
            <Button size="small" onClick={() => setOpen('revoke')}>
              Revoke the link
            </Button>
          )}
        </Typography>
      )}
      {open === 'make' && (
        <SurveyLinkDialog school={school} replaces={link?.state === 'open'} onClose={done} />
      )}
      {open === 'revoke' && link && <RevokeLinkDialog link={link} onClose={done} />}
    </Section>
  );
}

/** Whence a survey's answers are and whether they count. */
export function SourceChip({ response }: { response: SurveyResponse }) {
  if (response.visitVoid) return <ToneChip tone="quiet" label="The visit is void: not counted" />;
  if (!response.submittedAt) {
    const label = response.source === 'visit' ? 'At a visit, not completed' : 'Not handed in';
    return <ToneChip tone="late" label={label} />;
  }
  if (response.source === 'visit') return <ToneChip tone="fine" label="At a visit" />;
  return response.confirmedByVisitId ? (
    <ToneChip tone="quiet" label="From the school, gone through at a visit" />
  ) : (
    <ToneChip tone="quiet" label="From the school" />
  );
}
