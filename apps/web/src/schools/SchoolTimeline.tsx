import { useGetList } from 'react-admin';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { School, Visit } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { TimelineVisit } from './TimelineVisit';

const MOST = 200;
const OPEN = ['proposed', 'scheduled', 'confirmed'];

/** The visits of the school and of those before it, the latest first; what is still open on top. */
export function SchoolTimeline({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const { data, error, isPending, refetch } = useGetList<Visit>('visits', {
    filter: { schoolId: school.id, withPredecessors: true },
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'day', order: 'DESC' },
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const open = data?.filter(({ status }) => OPEN.includes(status)) ?? [];
  const past = data?.filter(({ status }) => !OPEN.includes(status)) ?? [];
  return (
    <Section title="Visits">
      {isPending && <Typography variant="body2">Loading the visits…</Typography>}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No visit is on record{mayWrite ? '. Schedule one, or log one that has taken place.' : '.'}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {[...open, ...past].map((visit) => (
          <TimelineVisit
            key={visit.id}
            visit={visit}
            formerName={visit.schoolId === school.id ? null : visit.schoolName}
          />
        ))}
      </Box>
    </Section>
  );
}
