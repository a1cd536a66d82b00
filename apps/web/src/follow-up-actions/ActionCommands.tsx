import { lazy, Suspense, useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import { isActionOpen } from '@tracker/domain';
import type { ActionStatus, FollowUpAction } from '@tracker/contract';
import { OffTheRow } from '../fields/OffTheRow';
import { useMayChangeAction, useMayWrite } from '../providers/use-signed-in-user';
import { useDeleteAction } from './use-delete-action';
import { useActionStatus } from './use-action-status';

const ActionDialog = lazy(() => import('./ActionDialog'));
const ActionVisitDialog = lazy(() => import('./ActionVisitDialog'));

const MOVES: Record<ActionStatus, string> = {
  open: 'Move to open',
  in_progress: 'Move to in progress',
  done: 'Done',
  dropped: 'Drop it',
};
const STATUSES = Object.keys(MOVES) as ActionStatus[];

/** A visit that was called off leaves its action free to become another. */
const canBecomeVisit = ({ status, becameVisitStatus }: FollowUpAction) =>
  isActionOpen(status) &&
  (becameVisitStatus === null || ['cancelled', 'not_held', 'void'].includes(becameVisitStatus));

type Open = 'change' | 'visit' | null;

/** Done with one press; everything else an action can go through in a menu. */
export function ActionCommands({ action }: { action: FollowUpAction }) {
  const mayChange = useMayChangeAction(action);
  const mayWrite = useMayWrite(action.regionId);
  const remove = useDeleteAction();
  const move = useActionStatus();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const id = useId();
  if (!mayChange) return null;
  const first: ActionStatus = isActionOpen(action.status) ? 'done' : 'open';
  const others = STATUSES.filter((status) => status !== action.status && status !== first);
  const choose = (what: () => void) => () => {
    setAnchor(null);
    what();
  };
  return (
    <OffTheRow>
      <Box
        sx={{
          ...{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
          // In the table a row stays one button high where there is room.
          'td &': { flexWrap: { lg: 'nowrap' } },
        }}
      >
        <Button
          size="small"
          variant="outlined"
          aria-label={`${first === 'done' ? 'Done' : 'Open again'}: ${action.title}`}
          onClick={() => void move(action, first)}
        >
          {first === 'done' ? 'Done' : 'Open again'}
        </Button>
        <Button
          size="small"
          startIcon={<MoreIcon />}
          aria-label={`More for: ${action.title}`}
          aria-haspopup="menu"
          aria-controls={anchor ? id : undefined}
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          More
        </Button>
        <Menu id={id} open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
          {others.map((status) => (
            <MenuItem key={status} onClick={choose(() => void move(action, status))}>
              {MOVES[status]}
            </MenuItem>
          ))}
          {mayWrite && canBecomeVisit(action) && (
            <MenuItem onClick={choose(() => setOpen('visit'))}>Plan a follow-up visit…</MenuItem>
          )}
          <MenuItem onClick={choose(() => setOpen('change'))}>Change…</MenuItem>
          {mayWrite && <MenuItem onClick={choose(() => void remove(action))}>Delete</MenuItem>}
        </Menu>
      </Box>
      <Suspense fallback={null}>
        {open === 'change' && <ActionDialog action={action} onClose={() => setOpen(null)} />}
        {open === 'visit' && <ActionVisitDialog action={action} onClose={() => setOpen(null)} />}
      </Suspense>
    </OffTheRow>
  );
}
