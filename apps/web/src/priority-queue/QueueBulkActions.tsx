import { lazy, Suspense, useState } from 'react';
import { useGetMany, useListContext } from 'react-admin';
import Button from '@mui/material/Button';
import EventIcon from '@mui/icons-material/EventOutlined';
import ProposeIcon from '@mui/icons-material/PlaylistAddOutlined';
import type { QueueEntry, School } from '@tracker/contract';
import { SelectionBar } from '../fields/selection';

const ScheduleVisitsDialog = lazy(() => import('../visits/ScheduleVisitsDialog'));
const ProposeVisitsDialog = lazy(() => import('../visits/ProposeVisitsDialog'));

/** Schedules or proposes a visit to each of the schools that are ticked. */
export function QueueBulkActions() {
  const { selectedIds, onUnselectItems } = useListContext<QueueEntry>();
  const [open, setOpen] = useState<'schedule' | 'propose' | null>(null);
  const { data } = useGetMany<School>('schools', { ids: selectedIds }, { enabled: open !== null });
  const schools = (data ?? []).filter(Boolean).map(({ id, name }) => ({ id, name }));
  const close = (done: boolean) => {
    setOpen(null);
    if (done) onUnselectItems();
  };
  const ready = open !== null && schools.length === selectedIds.length;
  return (
    <>
      <SelectionBar>
        <Button size="small" startIcon={<EventIcon />} onClick={() => setOpen('schedule')}>
          Schedule visits…
        </Button>
        <Button size="small" startIcon={<ProposeIcon />} onClick={() => setOpen('propose')}>
          Propose visits…
        </Button>
      </SelectionBar>
      <Suspense fallback={null}>
        {ready && open === 'schedule' && <ScheduleVisitsDialog schools={schools} onClose={close} />}
        {ready && open === 'propose' && <ProposeVisitsDialog schools={schools} onClose={close} />}
      </Suspense>
    </>
  );
}
