import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { StaffInput, TimeInput } from '../fields/inputs';
import { today } from '../providers/today';
import { whenInWords } from './visit-words';

interface ScheduleLineProps {
  source: string;
  name: string;
  heading: ReactNode;
  /** The visits to the school that are proposed, scheduled or confirmed. */
  open: readonly Visit[];
}

/** What is planned at the school already, so that nobody plans it twice unawares. */
function plannedInWords(open: readonly Visit[]): string | null {
  const booked = open.filter(({ scheduledOn }) => scheduledOn !== null).map(whenInWords);
  const proposed = open.some(({ status }) => status === 'proposed');
  if (booked.length > 0) {
    const days = new Intl.ListFormat('en-GB').format(booked);
    const what = proposed ? 'The proposed visit would be' : 'This would be';
    return `A visit is already planned for ${days}. ${what} another one.`;
  }
  return proposed ? 'The visit that is already proposed gets this date.' : null;
}

/** Date, time and visitor of one school's visit. */
export function ScheduleLine({ source, name, heading, open }: ScheduleLineProps) {
  const planned = plannedInWords(open);
  return (
    <Box role="group" aria-label={name} sx={{ mb: 2 }}>
      {heading}
      {planned && (
        <Typography variant="body2" sx={{ fontWeight: 650, mb: 0.5 }}>
          {planned}
        </Typography>
      )}
      <Box sx={LINE}>
        <DayInput source={`${source}.scheduledOn`} label="Date" required check={notPast} />
        <TimeInput source={`${source}.startTime`} />
        <StaffInput source={`${source}.visitorId`} label="Visitor" helperText={false} />
      </Box>
    </Box>
  );
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1.3fr 0.9fr 1.3fr' },
  columnGap: 1.5,
};

function notPast(day: string): string | undefined {
  if (day >= today()) return undefined;
  return 'This day has passed. A visit that has taken place is logged, not scheduled.';
}
