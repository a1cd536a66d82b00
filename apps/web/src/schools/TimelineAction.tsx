import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import type { FollowUpAction } from '@tracker/contract';
import { ActionCard } from '../follow-up-actions/ActionCard';
import { TimelineItem } from './TimelineItem';

interface TimelineActionProps {
  on: string | null;
  action: FollowUpAction;
  formerName: string | null;
}

export function TimelineAction({ on, action, formerName }: TimelineActionProps) {
  return (
    <TimelineItem formerName={formerName}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Action agreed{on && ` ${formatDay(on)}`}
      </Typography>
      <ActionCard action={action} withSchool={false} />
    </TimelineItem>
  );
}
