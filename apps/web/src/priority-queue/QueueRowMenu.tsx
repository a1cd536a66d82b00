import { lazy, Suspense, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import MenuItem from '@mui/material/MenuItem';
import MoreIcon from '@mui/icons-material/MoreVert';
import type { QueueEntry } from '@tracker/contract';
import { OffTheRow } from '../fields/OffTheRow';
import { MenuButton } from '../layout/MenuButton';
import { sentenceOf } from '../providers/problems';
import { useMayWrite } from '../providers/use-signed-in-user';
import { call } from '../providers/call';

const HoldDialog = lazy(() => import('./HoldDialog'));
const ScheduleVisitsDialog = lazy(() => import('../visits/ScheduleVisitsDialog'));

type Open = 'pin' | 'snooze' | 'schedule' | null;

/** What can be done about one school, straight from the queue. */
export function QueueRowMenu({ entry }: { entry: QueueEntry }) {
  const [open, setOpen] = useState<Open>(null);
  const lift = useLiftHold(entry);
  const mayWrite = useMayWrite(entry.regionId);
  if (!mayWrite) return null;
  const school = { id: entry.schoolId, name: entry.name };
  const close = () => setOpen(null);
  return (
    <OffTheRow>
      <MenuButton label={`What to do about ${entry.name}`} size="small" icon={<MoreIcon />}>
        {(closeMenu) => {
          const item = (words: string, act: () => void) => (
            <MenuItem
              key={words}
              onClick={() => {
                closeMenu();
                act();
              }}
            >
              {words}
            </MenuItem>
          );
          return [
            item('Schedule a visit…', () => setOpen('schedule')),
            entry.hold?.kind !== 'pin' && item('Pin to the top…', () => setOpen('pin')),
            entry.hold?.kind !== 'snooze' && item('Snooze…', () => setOpen('snooze')),
            entry.hold && item(entry.hold.kind === 'pin' ? 'Unpin' : 'End the snooze', lift),
          ];
        }}
      </MenuButton>
      <Suspense fallback={null}>
        {(open === 'pin' || open === 'snooze') && (
          <HoldDialog kind={open} school={school} onClose={close} />
        )}
        {open === 'schedule' && <ScheduleVisitsDialog schools={[school]} onClose={close} />}
      </Suspense>
    </OffTheRow>
  );
}

function useLiftHold(entry: Pick<QueueEntry, 'schoolId' | 'name'>): () => void {
  const notify = useNotify();
  const refresh = useRefresh();
  return () => {
    call('DELETE /api/priority-queue/{schoolId}/hold', { schoolId: entry.schoolId }).then(
      () => {
        notify(`${entry.name} takes its own place in the queue again.`);
        refresh();
      },
      (error: unknown) => notify(sentenceOf(error), { type: 'error' }),
    );
  };
}
