import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { formatDay, openInSentences } from '@tracker/domain';
import type { SchoolBrief } from '@tracker/contract';
import { StateChip } from '../fields/ToneChip';
import { PageHeading } from '../layout/PageHeading';
import type { KeptPack } from '../on-device/database';
import { KeptSchool } from '../on-device/KeptSchool';
import { placeOf } from '../on-device/pack';
import { WithoutAnswer } from '../on-device/WithoutAnswer';
import { schoolPath } from '../paths/school-paths';
import { whenInWords } from '../fields/visit-words';
import { BriefActions } from './BriefActions';
import { BriefContacts } from './BriefContacts';
import { BriefFacts } from './BriefFacts';
import { BriefLastVisit } from './BriefLastVisit';
import { BriefSurvey } from './BriefSurvey';
import { BriefWhy } from './BriefWhy';
import { BRIEF_ON_PAPER } from './on-paper';
import { call } from '../providers/call';

/** One page to read on a phone on the way, or to print. */
export default function BriefPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['schools', 'brief', id],
    queryFn: ({ signal }) => call('GET /api/schools/{id}/brief', { id, signal }),
  });
  if (data) return <Brief brief={data} />;
  return (
    <WithoutAnswer
      title="Brief"
      words="Putting the brief together…"
      error={error}
      onRetry={() => void refetch()}
      fromDevice={(kept) => keptBrief(kept, id)}
    />
  );
}

/** With the first visit to the school that was taken along, for that is the one to prepare. */
function keptBrief(kept: KeptPack, schoolId: string) {
  const place = placeOf(kept.pack, schoolId);
  const visit = kept.pack.visits.find((each) => each.schoolId === schoolId);
  return place && <KeptSchool title={`Brief: ${place.school.name}`} {...{ kept, place, visit }} />;
}

function Brief({ brief }: { brief: SchoolBrief }) {
  const { school, nextVisit, formerNames, preparedOn, regionName } = brief;
  const next = nextVisit
    ? `${whenInWords(nextVisit)}${nextVisit.visitorName ? `, ${nextVisit.visitorName}` : ''}`
    : 'No visit is booked';
  return (
    <Box className="brief">
      <GlobalStyles styles={BRIEF_ON_PAPER} />
      <PageHeading
        title={`Brief: ${school.name}`}
        actions={
          <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
            <Button variant="contained" onClick={() => window.print()}>
              Print
            </Button>
            <Button variant="outlined" component={RouterLink} to={schoolPath(school.id)}>
              The school’s page
            </Button>
          </Box>
        }
      >
        <Typography sx={{ fontWeight: 650 }}>
          {[`Next visit: ${next}.`, ...openInSentences(school)].join(' ')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <StateChip state={school.state} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[regionName ?? 'No region', `URN ${school.urn}`].join(' · ')} · as of{' '}
            {formatDay(preparedOn)}
          </Typography>
        </Box>
        {formerNames.length > 0 && (
          <Typography variant="body2" className="brief-short">
            Followed {new Intl.ListFormat('en-GB').format(formerNames)}
          </Typography>
        )}
      </PageHeading>
      <Box className="brief-parts" sx={PARTS}>
        <BriefContacts brief={brief} />
        <BriefFacts brief={brief} />
        <BriefLastVisit brief={brief} />
        <BriefActions actions={brief.openActions} />
        <BriefSurvey survey={brief.survey} />
        <BriefWhy ranking={brief.ranking} />
      </Box>
      <Typography className="only-print" sx={{ display: 'none' }}>
        Long lists and texts are cut on paper; there is more on the school’s page in the tracker.
      </Typography>
    </Box>
  );
}

const PARTS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))' },
} as const;
