import { lazy, Suspense, useState } from 'react';
import { useListContext } from 'react-admin';
import Button from '@mui/material/Button';
import RegionIcon from '@mui/icons-material/MapOutlined';
import type { School } from '@tracker/contract';
import { SelectionBar } from '../fields/selection';

const SetRegionDialog = lazy(() => import('./SetRegionDialog'));

export function SchoolBulkActions() {
  const { selectedIds, onUnselectItems } = useListContext<School>();
  const [open, setOpen] = useState(false);
  const close = (done: boolean) => {
    setOpen(false);
    if (done) onUnselectItems();
  };
  return (
    <>
      <SelectionBar>
        <Button size="small" startIcon={<RegionIcon />} onClick={() => setOpen(true)}>
          Set the region…
        </Button>
      </SelectionBar>
      <Suspense fallback={null}>
        {open && <SetRegionDialog schoolIds={selectedIds} onClose={close} />}
      </Suspense>
    </>
  );
}
