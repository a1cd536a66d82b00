import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { mayWriteInRegion, type Visit } from '@tracker/contract';
import { OfferDaysButton } from '../day-offers/OfferDaysButton';
import { SchoolCannotAlert } from '../day-offers/SchoolCannotAlert';
import { FactList } from '../fields/FactList';
import { RegionName } from '../fields/RegionName';
import { NOT_ASSIGNED, VISIT_KIND_WORDS } from '../fields/words';
import { HistorySection } from '../history/HistorySection';
import { VisitMail } from '../mail/VisitMail';
import { PageHeading } from '../layout/PageHeading';
import { KeptSchool } from '../on-device/KeptSchool';
import type { KeptPack } from '../on-device/database';
import { placeOf } from '../on-device/pack';
import { useOpenedCut, WithoutAnswer } from '../on-device/WithoutAnswer';
import { SHOWN_HERE } from '../providers/shown-here';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { briefPath, schoolPath } from '../paths/school-paths';
import { ClosedSchoolAlert } from './ClosedSchoolAlert';
import { TakeBackCommands } from './TakeBackCommands';
import { VoidAlert } from './VoidAlert';
import { VisitActions } from './VisitActions';
import { OutcomeDetails } from './OutcomeDetails';
import { RefillOffer } from './RefillOffer';
import { VisitChips } from './VisitChips';
import { VisitCommands } from './VisitCommands';
import { VisitHistory } from './VisitHistory';
import { outcomeInWords, whenInWords, NOT_SCHEDULED_YET } from '../fields/visit-words';

export default function VisitShow() {
  return (
    <ShowBase<Visit> {...SHOWN_HERE}>
      <Content />
    </ShowBase>
  );
}

function Content() {
  const { record: visit, error, refetch } = useShowContext<Visit>();
  const cut = useOpenedCut();
  const { id } = useParams();
  if (!visit || cut) {
    return (
      <WithoutAnswer
        title="Visit"
        words="Loading the visit…"
        error={error}
        onRetry={() => void refetch()}
        fromDevice={(kept) => keptVisit(kept, id)}
        leftOver={visit && <VisitPage visit={visit} />}
      />
    );
  }
  return <VisitPage visit={visit} />;
}

function VisitPage({ visit }: { visit: Visit }) {
  const outcome = outcomeInWords(visit);
  const user = useSignedInUser();
  const mayRefill = user !== undefined && mayWriteInRegion(user, visit.regionId);
  return (
    <>
      <PageHeading
        title={`Visit to ${visit.schoolName}`}
        actions={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <VisitCommands visit={visit} />
            {mayRefill && isToOffer(visit) && (
              <OfferDaysButton
                variant="outlined"
                school={{ schoolId: visit.schoolId, visitId: visit.id }}
              />
            )}
            <TakeBackCommands visit={visit} />
          </Box>
        }
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
          <VisitChips visit={visit} />
          <Typography>{whenInWords(visit)}</Typography>
          <Link component={RouterLink} to={schoolPath(visit.schoolId)}>
            Open the school
          </Link>
          <Link component={RouterLink} to={briefPath(visit.schoolId)}>
            Brief
          </Link>
        </Box>
      </PageHeading>
      <ClosedSchoolAlert visit={visit} />
      <SchoolCannotAlert visit={visit} />
      <VoidAlert visit={visit} />
      {visit.status === 'cancelled' && visit.scheduledOn !== null && mayRefill && (
        <Box component="section" aria-label="After the cancellation" sx={{ mb: 2, maxWidth: 720 }}>
          <RefillOffer
            visitId={visit.id}
            schoolId={visit.schoolId}
            schoolName={visit.schoolName}
            withDays
          />
          <OfferDaysButton
            size="small"
            variant="outlined"
            words="Offer the school other days…"
            school={{ schoolId: visit.schoolId }}
          />
        </Box>
      )}
      {visit.unlogged && (
        <Typography sx={{ mb: 2, maxWidth: 640 }}>
          The day of this visit has passed. Please log it, or say that it was cancelled or not held.
        </Typography>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: '2fr 1fr' },
          alignItems: 'start',
        }}
      >
        <Box sx={COLUMN}>
          <Card component="section" aria-labelledby="outcome">
            <CardContent>
              <Typography variant="h2" id="outcome">
                Outcome
              </Typography>
              <Typography sx={{ whiteSpace: 'pre-wrap', mt: 1, overflowWrap: 'anywhere' }}>
                {outcome ?? 'Nothing yet.'}
              </Typography>
              {visit.outcome && <OutcomeDetails visit={visit} outcome={visit.outcome} />}
              <VisitActions visitId={visit.id} />
            </CardContent>
          </Card>
          <VisitMail visit={visit} />
        </Box>
        <Box sx={COLUMN}>
          <Card component="section" aria-labelledby="facts">
            <CardContent>
              <Typography variant="h2" id="facts">
                The visit
              </Typography>
              <FactList
                facts={[
                  ['Kind', VISIT_KIND_WORDS[visit.kind]],
                  ['Visitor', visit.visitorName ?? NOT_ASSIGNED],
                  ['Met with', visit.outcome?.metWith ?? null],
                  ['Academic year', visit.academicYear ?? NOT_SCHEDULED_YET],
                  ['Region', <RegionName key="region" regionId={visit.regionId} />],
                ]}
              />
            </CardContent>
          </Card>
          <VisitHistory visit={visit} />
          <HistorySection filter={{ visitId: visit.id }} />
        </Box>
      </Box>
    </>
  );
}

/** A visit that waits for a day, or for the school’s word. */
const isToOffer = ({ status, atClosedSchool, unlogged }: Visit): boolean =>
  (status === 'proposed' || status === 'scheduled') && !atClosedSchool && !unlogged;

function keptVisit(kept: KeptPack, id: string | undefined) {
  const visit = kept.pack.visits.find((each) => each.id === id);
  const place = placeOf(kept.pack, visit?.schoolId);
  return (
    visit &&
    place && <KeptSchool title={`Visit to ${visit.schoolName}`} {...{ kept, place, visit }} />
  );
}

const COLUMN = { display: 'grid', gap: 2, minWidth: 0 } as const;
