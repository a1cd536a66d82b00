import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import { useParams } from 'react-router-dom';
import type { School } from '@tracker/contract';
import { SchoolContacts } from '../contacts/SchoolContacts';
import { HistorySection } from '../history/HistorySection';
import type { KeptPack } from '../on-device/database';
import { KeptSchool } from '../on-device/KeptSchool';
import { placeOf } from '../on-device/pack';
import { useOpenedCut, WithoutAnswer } from '../on-device/WithoutAnswer';
import { SHOWN_HERE } from '../providers/shown-here';
import { useMayWrite } from '../providers/use-signed-in-user';
import { SchoolSurveys } from '../surveys/SchoolSurveys';
import { SchoolActions } from './SchoolActions';
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
  // On a phone the order is that of walking in; side by side, that of planning.
  // Known at the first look: a dialog opened at once would not live through the change.
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const parts = {
    visits: <SchoolTimeline key="visits" school={school} mayWrite={mayWrite} />,
    surveys: <SchoolSurveys key="surveys" school={school} mayWrite={mayWrite} />,
    actions: <SchoolActions key="actions" school={school} mayWrite={mayWrite} />,
    why: school.inScope && <SchoolWhy key="why" schoolId={school.id} />,
    contacts: <SchoolContacts key="contacts" schoolId={school.id} mayWrite={mayWrite} />,
    notes: <SchoolNotes key="notes" school={school} mayWrite={mayWrite} />,
    facts: <SchoolFacts key="facts" school={school} />,
    history: <HistorySection key="history" filter={{ schoolId: school.id }} />,
  };
  const { visits, actions, surveys, why, contacts, notes, facts, history } = parts;
  return (
    <>
      <SchoolHeader school={school} mayWrite={mayWrite} />
      {narrow ? (
        <Box sx={STACK}>{[visits, contacts, notes, actions, surveys, facts, why, history]}</Box>
      ) : (
        <Box sx={COLUMNS}>
          <Box sx={STACK}>{[visits, actions, surveys, why, history]}</Box>
          <Box sx={STACK}>{[contacts, notes, facts]}</Box>
        </Box>
      )}
    </>
  );
}

function keptSchool(kept: KeptPack, id: string | undefined) {
  const place = placeOf(kept.pack, id);
  return place && <KeptSchool title={place.school.name} {...{ kept, place }} />;
}

const STACK = { display: 'grid', gap: 2, minWidth: 0 } as const;
const COLUMNS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: '1.7fr 1fr',
} as const;
