import Box from '@mui/material/Box';
import type { Visit } from '@tracker/contract';
import { ToneChip, VisitStatusChip } from '../fields/ToneChip';

/** How a visit stands, and below it whether its school has closed since it was planned. */
export function VisitChips({ visit }: { visit: Visit }) {
  const status = <VisitStatusChip status={visit.status} unlogged={visit.unlogged} />;
  if (!visit.atClosedSchool) return status;
  return (
    <Box component="span" sx={{ display: 'inline-grid', gap: 0.5, justifyItems: 'start' }}>
      {status}
      <ToneChip tone="late" label="School closed" />
    </Box>
  );
}
