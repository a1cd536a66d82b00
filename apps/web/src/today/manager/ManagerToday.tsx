import Box from '@mui/material/Box';
import { Failure } from '../../layout/Failure';
import { Waiting } from '../../layout/Waiting';
import { ForTheBoard } from './ForTheBoard';
import { MealsToday } from './MealsToday';
import { NeedsToday } from './NeedsToday';
import { OnTrack } from './OnTrack';
import { RegionsToday } from './RegionsToday';
import { useBoard } from './use-board';
import { WeekToday } from './WeekToday';

/** Are we on track? Answered before anything is pressed. */
export function ManagerToday({ today }: { today: string }) {
  const { now, weekAgo } = useBoard(today);
  const { data, error, refetch } = now;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Counting visits and schools…" />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <OnTrack progress={data} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Box sx={COLUMN}>
          <RegionsToday progress={data} />
          <MealsToday progress={data} />
        </Box>
        <Box sx={COLUMN}>
          <WeekToday now={data} before={weekAgo.data} />
          <NeedsToday today={today} />
          <ForTheBoard />
        </Box>
      </Box>
    </Box>
  );
}

const COLUMN = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
