import { lazy, Suspense, useState } from 'react';
import { useListContext, useNotify } from 'react-admin';
import Button from '@mui/material/Button';
import EventIcon from '@mui/icons-material/EventOutlined';
import { mayWriteInRegion, type SignedInUser, type Visit } from '@tracker/contract';
import { SelectionBar } from '../fields/SelectionBar';
import { TickedRecords } from '../fields/TickedRecords';
import { MOST_IN_A_ROUND, tooManyForARound } from './round-size';

const ScheduleVisitsDialog = lazy(() => import('./ScheduleVisitsDialog'));

/** Whether a proposed visit may be given a date by this person. */
export const mayBeDated =
  (user: SignedInUser) =>
  ({ status, atClosedSchool, regionId }: Visit): boolean =>
    status === 'proposed' && !atClosedSchool && mayWriteInRegion(user, regionId);

/** Gives the ticked proposed visits their dates, all in one form. */
export function VisitBulkActions({ user }: { user: SignedInUser }) {
  const { selectedIds, onUnselectItems } = useListContext<Visit>();
  const [open, setOpen] = useState(false);
  const notify = useNotify();
  const schedule = () => {
    if (selectedIds.length <= MOST_IN_A_ROUND) setOpen(true);
    else notify(tooManyForARound(selectedIds.length), { type: 'warning' });
  };
  const close = (done: boolean) => {
    setOpen(false);
    if (done) onUnselectItems();
  };
  return (
    <>
      <SelectionBar<Visit>
        label="Selected visits"
        selectable={mayBeDated(user)}
        nameOf={({ schoolName }) => schoolName}
      >
        <Button size="small" startIcon={<EventIcon />} onClick={schedule}>
          Schedule visits…
        </Button>
      </SelectionBar>
      <Suspense fallback={null}>
        {open && (
          <TickedRecords<Visit>
            resource="visits"
            one="visit"
            ids={selectedIds}
            onFailed={() => setOpen(false)}
          >
            {(visits) => (
              <ScheduleVisitsDialog
                schools={visits.map(({ id, schoolId, schoolName }) => ({
                  ...{ id: schoolId, name: schoolName, visitId: id },
                }))}
                onClose={close}
              />
            )}
          </TickedRecords>
        )}
      </Suspense>
    </>
  );
}
