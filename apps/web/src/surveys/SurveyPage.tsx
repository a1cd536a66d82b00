import { useState } from 'react';
import { useGetOne, useNotify, useRefresh } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router-dom';
import type { Survey, SurveyVersion } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { instantInWords } from '../fields/texts';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { sentenceOf } from '../providers/problems';
import { surveyPath } from './paths';

import { SurveyBuilder } from './SurveyBuilder';
import { SurveyPreview } from './SurveyPreview';
import { call } from '../providers/call';

/** A survey: its draft to work on, and its versions as they are asked. */
export default function SurveyPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const mayBuild = useMayRunTheHub();
  const { data: survey, error, refetch } = useGetOne<Survey>('surveys', { id });
  const shown = survey?.versions.find((version) => version.id === search.get('version'));
  const versionId = (shown ?? survey?.versions[0])?.id ?? '';
  const version = useQuery({
    queryKey: ['survey-version', versionId],
    queryFn: ({ signal }) => call('GET /api/survey-versions/{id}', { id: versionId, signal }),
    enabled: versionId !== '',
  });
  const failed = error ?? version.error;
  if (failed) return <Failure error={failed} onRetry={() => void refetch()} />;
  if (!survey || !version.data) return <Waiting words="Loading the survey…" />;
  const isDraft = version.data.publishedAt === null;
  return (
    <Box sx={{ maxWidth: 900 }}>
      {isDraft && mayBuild ? (
        <SurveyBuilder key={versionId} version={version.data} survey={survey} />
      ) : (
        <Published survey={survey} version={version.data} mayBuild={mayBuild} />
      )}
      <Versions survey={survey} shown={versionId} />
    </Box>
  );
}

interface PublishedProps {
  survey: Survey;
  version: SurveyVersion;
  mayBuild: boolean;
}

function Published({ survey, version, mayBuild }: PublishedProps) {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const next = async () => {
    setBusy(true);
    try {
      await call('POST /api/surveys/{id}/draft', { id: survey.id });
      refresh();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const hasDraft = survey.versions[0]?.publishedAt === null;
  return (
    <>
      <PageHeading
        title={version.title}
        actions={
          mayBuild &&
          !hasDraft && (
            <Button variant="contained" disabled={busy} onClick={() => void next()}>
              Make a new version
            </Button>
          )
        }
      >
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          Version {version.number}
          {version.publishedAt
            ? `, published ${instantInWords(version.publishedAt)}. It never changes; in a new version the questions that stay remain the same ones, so that answers compare over the years.`
            : ', a draft. The Head of Participation works on it.'}
        </Typography>
      </PageHeading>
      <SurveyPreview version={version} />
    </>
  );
}

function Versions({ survey, shown }: { survey: Survey; shown: string }) {
  if (survey.versions.length < 2) return null;
  return (
    <Box component="nav" aria-label="Versions" sx={{ mt: 3 }}>
      <Typography variant="h2">Versions</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {survey.versions.map(({ id, number, publishedAt, questionCount }) => (
          <Box component="li" key={id} sx={{ py: 0.5 }}>
            <Link
              component={RouterLink}
              to={`${surveyPath(survey.id)}?version=${encodeURIComponent(id)}`}
              aria-current={id === shown ? 'page' : undefined}
            >
              Version {number}
            </Link>
            {', '}
            {publishedAt ? `published ${instantInWords(publishedAt)}` : 'draft'},{' '}
            {plural(questionCount, 'question')}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
