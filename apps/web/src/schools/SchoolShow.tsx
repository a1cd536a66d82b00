import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import { useParams } from 'react-router-dom';
import type { School } from '@tracker/contract';
import { SchoolContacts } from '../contacts/SchoolContacts';
import { SchoolOffers } from '../day-offers/SchoolOffers';
import { HistorySection } from '../history/HistorySection';
import type { KeptPack } from '../on-device/database';
import { KeptSchool } from '../on-device/KeptSchool';
import { placeOf } from '../on-device/pack';
import { useOpenedCut, WithoutAnswer } from '../on-device/WithoutAnswer';
import { SchoolPlan } from '../plans/SchoolPlan';
import { SHOWN_HERE } from '../providers/shown-here';
import { useMayWrite } from '../providers/use-signed-in-user';
import { SchoolSurveys } from '../surveys/SchoolSurveys';
import { SchoolActions } from './SchoolActions';
import { SchoolAvailability } from './SchoolAvailability';
import { SchoolFacts } from './SchoolFacts';
import { SchoolHeader } from './SchoolHeader';
import { SchoolNotes } from './SchoolNotes';
import { SchoolTimeline } from './SchoolTimeline';
import { SchoolWhy } from './SchoolWhy';

/** Everything before one walks in. */
export default function SchoolShow() {
  return (
    <ShowBase<School> {...SHOWN_HERE}>
      <Content />
    </ShowBase>
  );
}

function Content() {
  const { record: school, error, refetch } = useShowContext<School>();
  const cut = useOpenedCut();
  const { id } = useParams();
  if (!school || cut) {
    return (
      <WithoutAnswer
        title="School"
        words="Loading the school…"
        error={error}
        onRetry={() => void refetch()}
        fromDevice={(kept) => keptSchool(kept, id)}
        leftOver={school && <SchoolPage school={school} />}
      />
    );
  }
  return <SchoolPage school={school} />;
}

function SchoolPage({ school }: { school: School }) {
  const mayWrite = useMayWrite(school.regionId);
  const { id: schoolId } = school;
  return (
    <>
      <SchoolHeader school={school} mayWrite={mayWrite} />
      <Box sx={PARTS}>
        <SchoolTimeline school={school} mayWrite={mayWrite} />
        <Box sx={{ ...STACK, ...BESIDE }}>
          <SchoolContacts schoolId={schoolId} mayWrite={mayWrite} />
          <SchoolNotes school={school} mayWrite={mayWrite} />
          <SchoolOffers school={school} mayWrite={mayWrite} />
          <SchoolAvailability school={school} mayWrite={mayWrite} />
          <SchoolFacts school={school} />
        </Box>
        <Box sx={STACK}>
          <SchoolActions school={school} mayWrite={mayWrite} />
          <SchoolPlan school={school} mayWrite={mayWrite} />
          <SchoolSurveys school={school} mayWrite={mayWrite} />
          {school.inScope && <SchoolWhy schoolId={schoolId} />}
          <HistorySection filter={{ schoolId }} />
        </Box>
      </Box>
    </>
  );
}

function keptSchool(kept: KeptPack, id: string | undefined) {
  const place = placeOf(kept.pack, id);
  return place && <KeptSchool title={place.school.name} {...{ kept, place }} />;
}

const STACK = { display: 'grid', gap: 2, minWidth: 0, alignContent: 'start' } as const;

/**
 * One below the other, in the order of walking in; with room, who and where stand beside the visits. The
 * same elements in the same order at every width, so that turning a tablet closes nothing.
 */
const PARTS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.7fr) minmax(0, 1fr)' },
  // What is beside may be longer than the visits; the room below those goes to the rest.
  gridTemplateRows: { md: 'auto 1fr' },
} as const;
const BESIDE = { gridColumn: { md: 2 }, gridRow: { md: '1 / span 2' } } as const;
