import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { allowedVisitCommands, type VisitCommand } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { LogOfVisit } from '../on-device/LogOfVisit';
import { today } from '../providers/today';
import { useMayWrite, useSignedInUser } from '../providers/use-signed-in-user';

const CommandDialog = lazy(() => import('./CommandDialog'));

const WORDS: Record<Exclude<VisitCommand, 'complete'>, string> = {
  schedule: 'Schedule…',
  confirm: 'Confirm…',
  not_held: 'Not held…',
  cancel: 'Cancel the visit…',
};

export type DialogCommand = keyof typeof WORDS;

/**
 * Before its day there is nothing to log; once its day has passed there is nothing left to confirm,
 * and at a closed school nothing to plan.
 */
function isPointless(visit: Visit, command: VisitCommand): boolean {
  const { unlogged, atClosedSchool, scheduledOn } = visit;
  if (command === 'complete' || command === 'not_held')
    return scheduledOn !== null && scheduledOn > today();
  if (command === 'confirm') return unlogged || atClosedSchool;
  return command === 'schedule' && atClosedSchool;
}

/** What may be done with a visit as it stands, by this person; nothing when there is nothing. */
export function VisitCommands({ visit, size }: { visit: Visit; size?: 'small' }) {
  const [open, setOpen] = useState<DialogCommand | null>(null);
  const mayWrite = useMayWrite(visit.regionId);
  // Whoever makes the visit writes it down; for anybody else it is one thing among several.
  const isOwn = useSignedInUser()?.id === visit.visitorId;
  const commands = allowedVisitCommands(visit.status).filter(
    (command) => !isPointless(visit, command),
  );
  // An open dialog stays, with what is typed in it, even when somebody else has just ended the visit.
  if (!open && (!mayWrite || commands.length === 0)) return null;
  const dialogs = commands.filter((command) => command !== 'complete');
  const wordsOf = (command: DialogCommand) =>
    command === 'schedule' && visit.scheduledOn ? 'Move…' : WORDS[command];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {commands.includes('complete') && (
        <LogOfVisit
          visit={visit}
          size={size}
          variant={
            isOwn && visit.status !== 'proposed' && !visit.atClosedSchool ? 'contained' : 'outlined'
          }
        />
      )}
      {dialogs.map((command) => (
        <Button
          key={command}
          size={size}
          variant="outlined"
          color={command === 'cancel' ? 'error' : 'primary'}
          onClick={() => setOpen(command)}
        >
          {wordsOf(command)}
        </Button>
      ))}
      <Suspense fallback={null}>
        {open && <CommandDialog command={open} visit={visit} onClose={() => setOpen(null)} />}
      </Suspense>
    </Box>
  );
}
