import Box from '@mui/material/Box';
import type { FollowUpAction } from '@tracker/contract';
import { ToneChip } from '../fields/ToneChip';
import { ACTION_STATUS_WORDS } from '../fields/words';
import { dueInWords, STATUS_TONES } from './action-words';

/** How an action stands: due or overdue, its state, and that it comes first. */
export function ActionChips({
  action,
  withStatus = true,
}: {
  action: FollowUpAction;
  withStatus?: boolean;
}) {
  const due = dueInWords(action);
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {due && action.dueOn && <ToneChip tone={due.tone} label={due.words} />}
      {withStatus && (
        <ToneChip tone={STATUS_TONES[action.status]} label={ACTION_STATUS_WORDS[action.status]} />
      )}
      {action.visitVoid && <ToneChip tone="quiet" label="The visit is void" />}
      {action.priority === 'high' && <ToneChip tone="urgent" label="High priority" />}
    </Box>
  );
}
