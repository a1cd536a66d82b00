import { useId } from 'react';
import { useGetMany, useListContext, type RaRecord } from 'react-admin';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Failure } from '../layout/Failure';
import { useHeldLayout } from '../layout/held-layout';
import { Waiting } from '../layout/Waiting';
import { NameList } from './NameList';

interface SelectedDialogProps {
  title: string;
  nameOf: (record: RaRecord) => string;
  onClose: () => void;
}

/** Every ticked record by name, those of other pages too. */
export default function SelectedDialog({ title, nameOf, onClose }: SelectedDialogProps) {
  useHeldLayout();
  const { resource, selectedIds } = useListContext();
  const { data, error, refetch } = useGetMany<RaRecord>(resource, { ids: selectedIds });
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <NameList
            label={title}
            items={data
              .filter(Boolean)
              .map((record) => ({ id: String(record.id), name: nameOf(record) }))}
          />
        ) : (
          <Waiting words="Loading the names…" />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
