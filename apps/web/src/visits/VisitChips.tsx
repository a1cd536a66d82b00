import Box from '@mui/material/Box';
import type { Visit } from '@tracker/contract';
import { ToneChip, VisitStatusChip } from '../fields/ToneChip';

/** How a visit stands, and below it whether its school has closed or says that it cannot. */
export function VisitChips({ visit }: { visit: Visit }) {
  const status = <VisitStatusChip status={visit.status} unlogged={visit.unlogged} />;
  if (!visit.atClosedSchool && !visit.schoolCannot) return status;
  return (
    <Box component="span" sx={{ display: 'inline-grid', gap: 0.5, justifyItems: 'start' }}>
      {status}
      {visit.atClosedSchool && <ToneChip tone="late" label="School closed" />}
      {visit.schoolCannot && <ToneChip tone="urgent" label="The school says it cannot" />}
    </Box>
  );
}
