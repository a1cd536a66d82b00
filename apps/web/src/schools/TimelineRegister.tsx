import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import type { RegisterEvent } from '@tracker/contract';
import { TimelineItem } from './TimelineItem';

interface TimelineRegisterProps {
  on: string | null;
  event: RegisterEvent;
  schoolName: string;
}

function inWords({ what, successorName }: RegisterEvent, schoolName: string): string {
  if (what === 'became') return `${schoolName} was followed by ${successorName}`;
  return `${schoolName} ${what}`;
}

/** What the register says of the school's life. */
export function TimelineRegister({ on, event, schoolName }: TimelineRegisterProps) {
  return (
    <TimelineItem>
      <Typography>
        <b>{on && formatDay(on)}</b> {inWords(event, schoolName)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        From the register
      </Typography>
    </TimelineItem>
  );
}
