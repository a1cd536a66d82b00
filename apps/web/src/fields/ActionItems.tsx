import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import type { FollowUpAction } from '@tracker/contract';
import { today } from '../providers/today';
import { ToneChip } from './ToneChip';
import { ACTION_PRIORITY_WORDS, ACTION_STATUS_WORDS } from './words';

function isLate({ status, dueOn }: FollowUpAction): boolean {
  return (status === 'open' || status === 'in_progress') && dueOn !== null && dueOn < today();
}

/** Follow-up actions, one below the other, with whose they are and until when. */
export function ActionItems({ actions }: { actions: readonly FollowUpAction[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {actions.map((action) => (
        <Box
          component="li"
          key={action.id}
          sx={{
            py: 1,
            borderBottom: 1,
            borderColor: 'divider',
            '&:last-child': { borderBottom: 0 },
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 650 }}>{action.title}</Typography>
            <ToneChip
              tone={isLate(action) ? 'late' : action.status === 'done' ? 'fine' : 'quiet'}
              label={isLate(action) ? 'Overdue' : ACTION_STATUS_WORDS[action.status]}
            />
            {action.visitVoid && <ToneChip tone="quiet" label="The visit is void" />}
          </Box>
          {action.detail && <Typography variant="body2">{action.detail}</Typography>}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {action.ownerName ?? 'No owner'} ·{' '}
            {action.dueOn ? `due ${formatDay(action.dueOn)}` : 'no due date'} ·{' '}
            {ACTION_PRIORITY_WORDS[action.priority].toLowerCase()} priority
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
