import { lazy, Suspense, useState } from 'react';
import { useListContext } from 'react-admin';
import Button from '@mui/material/Button';
import RegionIcon from '@mui/icons-material/MapOutlined';
import type { School } from '@tracker/contract';
import { TickedSchools } from '../fields/TickedSchools';
import { SelectionBar } from '../fields/SelectionBar';

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
      <SelectionBar<School>
        label="Selected schools"
        selectable={() => true}
        nameOf={({ name }) => name}
      >
        <Button size="small" startIcon={<RegionIcon />} onClick={() => setOpen(true)}>
          Set the region…
        </Button>
      </SelectionBar>
      <Suspense fallback={null}>
        {open && (
          <TickedSchools ids={selectedIds} onFailed={() => setOpen(false)}>
            {(schools) => <SetRegionDialog schools={schools} onClose={close} />}
          </TickedSchools>
        )}
      </Suspense>
    </>
  );
}
