import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { FORM_PURPOSE_LABELS, plural, VISIT_SURVEY } from '@tracker/domain';
import type { AskedFilterOf, Survey, SURVEY_LIST } from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { FilterSelect } from '../fields/filter-inputs';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { ListFrame } from '../fields/ListFrame';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';
import { choicesOf } from '../fields/words';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { surveyPath } from './paths';
import { StartSurveyDialog } from './StartSurveyDialog';

const FILTERS = [
  <FilterSelect
    key="purpose"
    source="purpose"
    all="All purposes"
    label="Purpose"
    choices={choicesOf(FORM_PURPOSE_LABELS)}
    alwaysOn
  />,
];

const FILTER_WORDS: FilterWords<AskedFilterOf<typeof SURVEY_LIST>> = {
  id: NOT_IN_ADDRESSES,
  q: (value) => `Title: ${String(value)}`,
  purpose: IN_AN_INPUT,
};

/** What is asked, for each purpose, now and before. */
export default function SurveyList() {
  const mayBuild = useMayRunTheHub();
  const [starting, setStarting] = useState(false);
  const start = mayBuild && (
    <Button variant="contained" onClick={() => setStarting(true)}>
      Start a form
    </Button>
  );
  return (
    <Box sx={{ maxWidth: 900 }}>
      <ListFrame<Survey>
        resource="surveys"
        counted={{ one: 'form' }}
        title="Forms"
        filters={{ inputs: FILTERS, words: FILTER_WORDS }}
        primary={start}
        sort={{ field: 'createdAt', order: 'DESC' }}
        summary={
          <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
            The version published last for each purpose is the one asked: Have Your Say at visits
            and through links, the others through links.
          </Typography>
        }
        empty={
          <>
            <PageHeading title="Forms" actions={start} />
            <Empty title="There is no form yet.">
              {mayBuild
                ? 'Start from the Have Your Say survey, change what should be different, and publish it.'
                : 'The Head of Participation builds and publishes it.'}
            </Empty>
          </>
        }
      >
        <CardList<Survey>
          none="No form matches these filters."
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
        <ToneChip tone="quiet" label={FORM_PURPOSE_LABELS[survey.purpose]} />
        {survey.inUse && <ToneChip tone="fine" label="Asked now" />}
        {draft && <ToneChip tone="soon" label="Draft" />}
      </Box>
      <Typography variant="body2">
        {published?.publishedAt
          ? `Version ${published.number} published ${instantInWords(published.publishedAt)}, ${plural(published.questionCount, 'question')}`
          : 'Not published yet'}
        {' · '}
        {plural(
          survey.responses,
          survey.purpose === VISIT_SURVEY ? 'school survey' : 'response',
        )}{' '}
        handed in
      </Typography>
    </Box>
  );
}
