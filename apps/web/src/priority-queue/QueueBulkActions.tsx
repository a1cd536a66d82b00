import { lazy, Suspense, useState } from 'react';
import { useListContext, useNotify } from 'react-admin';
import Button from '@mui/material/Button';
import EventIcon from '@mui/icons-material/EventOutlined';
import ProposeIcon from '@mui/icons-material/PlaylistAddOutlined';
import { mayWriteInRegion, type QueueEntry, type SignedInUser } from '@tracker/contract';
import { SelectionBar } from '../fields/SelectionBar';
import { TickedSchools } from '../fields/TickedSchools';
import { MOST_IN_A_ROUND, tooManyForARound } from '../visits/round-size';

const ScheduleVisitsDialog = lazy(() => import('../visits/ScheduleVisitsDialog'));
const ProposeVisitsDialog = lazy(() => import('../visits/ProposeVisitsDialog'));

/** Schedules or proposes a visit to each of the schools that are ticked. */
export function QueueBulkActions({ user }: { user: SignedInUser }) {
  const { selectedIds, onUnselectItems } = useListContext<QueueEntry>();
  const [open, setOpen] = useState<'schedule' | 'propose' | null>(null);
  const notify = useNotify();
  const close = (done: boolean) => {
    setOpen(null);
    if (done) onUnselectItems();
  };
  const schedule = () => {
    if (selectedIds.length <= MOST_IN_A_ROUND) setOpen('schedule');
    else notify(tooManyForARound(selectedIds.length), { type: 'warning' });
  };
  const Chosen = open === 'schedule' ? ScheduleVisitsDialog : ProposeVisitsDialog;
  return (
    <>
      <SelectionBar<QueueEntry>
        label="Selected schools"
        selectable={({ regionId }) => mayWriteInRegion(user, regionId)}
        nameOf={({ name }) => name}
      >
        <Button size="small" startIcon={<EventIcon />} onClick={schedule}>
          Schedule visits…
        </Button>
        <Button size="small" startIcon={<ProposeIcon />} onClick={() => setOpen('propose')}>
          Propose visits…
        </Button>
      </SelectionBar>
      <Suspense fallback={null}>
        {open && (
          <TickedSchools ids={selectedIds} onFailed={() => setOpen(null)}>
            {(schools) => <Chosen schools={schools} onClose={close} />}
          </TickedSchools>
        )}
      </Suspense>
    </>
  );
}
