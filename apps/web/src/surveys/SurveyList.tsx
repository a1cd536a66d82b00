import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural } from '@tracker/domain';
import type { Survey } from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { ListFrame } from '../fields/ListFrame';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { surveyPath } from './paths';
import { StartSurveyDialog } from './StartSurveyDialog';

/** What schools are asked, now and before. */
export default function SurveyList() {
  const mayBuild = useMayRunTheHub();
  const [starting, setStarting] = useState(false);
  const start = mayBuild && (
    <Button variant="contained" onClick={() => setStarting(true)}>
      Start a survey
    </Button>
  );
  return (
    <Box sx={{ maxWidth: 900 }}>
      <ListFrame<Survey>
        resource="surveys"
        counted={{ one: 'survey' }}
        title="Surveys"
        primary={start}
        sort={{ field: 'createdAt', order: 'DESC' }}
        summary={
          <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
            Schools are asked the version that was published last, at visits and through links.
          </Typography>
        }
        empty={
          <>
            <PageHeading title="Surveys" actions={start} />
            <Empty title="There is no survey yet.">
              {mayBuild
                ? 'Start from the Have Your Say survey, change what should be different, and publish it.'
                : 'The Head of Participation builds and publishes it.'}
            </Empty>
          </>
        }
      >
        <CardList<Survey>
          none="There is no survey yet."
          card={(survey) => <SurveyRow survey={survey} />}
        />
      </ListFrame>
      {starting && <StartSurveyDialog onClose={() => setStarting(false)} />}
    </Box>
  );
}

function SurveyRow({ survey }: { survey: Survey }) {
  const draft = survey.versions.find(({ publishedAt }) => publishedAt === null);
  const published = survey.versions.find(({ publishedAt }) => publishedAt !== null);
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h2">
          <Link component={RouterLink} to={surveyPath(survey.id)}>
            {survey.title}
          </Link>
        </Typography>
        {survey.inUse && <ToneChip tone="fine" label="Asked now" />}
        {draft && <ToneChip tone="soon" label="Draft" />}
      </Box>
      <Typography variant="body2">
        {published?.publishedAt
          ? `Version ${published.number} published ${instantInWords(published.publishedAt)}, ${plural(published.questionCount, 'question')}`
          : 'Not published yet'}
        {' · '}
        {plural(survey.responses, 'school survey')} handed in
      </Typography>
    </Box>
  );
}
