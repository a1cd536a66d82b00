import { lazy, Suspense, useState } from 'react';
import Button from '@mui/material/Button';
import type { Day } from '@tracker/domain';

const ScheduleAVisitDialog = lazy(() => import('./ScheduleAVisitDialog'));

/** @param props.on the day to begin with */
export function ScheduleAVisitButton({ on }: { on?: Day }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Schedule a visit
      </Button>
      <Suspense fallback={null}>
        {open && <ScheduleAVisitDialog on={on} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
