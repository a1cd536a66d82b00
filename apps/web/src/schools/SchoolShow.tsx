import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import type { School } from '@tracker/contract';
import { SchoolContacts } from '../contacts/SchoolContacts';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { useMayWrite } from '../providers/use-signed-in-user';
import { SchoolActions } from './SchoolActions';
import { SchoolFacts } from './SchoolFacts';
import { SchoolHeader } from './SchoolHeader';
import { SchoolNotes } from './SchoolNotes';
import { SchoolTimeline } from './SchoolTimeline';
import { SchoolWhy } from './SchoolWhy';

/** Everything before one walks in. */
export default function SchoolShow() {
  return (
    <ShowBase<School>>
      <Content />
    </ShowBase>
  );
}

function Content() {
  const { record: school, error, refetch } = useShowContext<School>();
  const mayWrite = useMayWrite(school?.regionId);
  if (error && !school) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!school) return <Waiting words="Loading the school…" />;
  return (
    <>
      <SchoolHeader school={school} mayWrite={mayWrite} />
      <Box sx={COLUMNS}>
        <Box sx={STACK}>
          <SchoolTimeline school={school} mayWrite={mayWrite} />
          <SchoolActions schoolId={school.id} />
          {school.inScope && <SchoolWhy schoolId={school.id} />}
        </Box>
        <Box sx={STACK}>
          <SchoolContacts schoolId={school.id} mayWrite={mayWrite} />
          <SchoolNotes school={school} mayWrite={mayWrite} />
          <SchoolFacts school={school} />
        </Box>
      </Box>
    </>
  );
}

const STACK = { display: 'grid', gap: 2, minWidth: 0 } as const;
const COLUMNS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', md: '1.7fr 1fr' },
} as const;
