import { required, useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import type { NewVisitorAbsence } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput } from '../fields/inputs';
import { call } from '../providers/call';
import { useTimeChanged } from './use-time-changed';

interface AbsenceDialogProps {
  /** Of whom; chosen when left out. */
  userId?: string | undefined;
  onClose: () => void;
}

/** From when to when somebody is away. Why is not asked. */
export function AbsenceDialog({ userId, onClose }: AbsenceDialogProps) {
  const notify = useNotify();
  const changed = useTimeChanged();
  const save = async (typed: NewVisitorAbsence) => {
    const { userId: whose, from, to } = typed;
    await call('POST /api/visitor-absences', { body: { userId: whose, from, to: to || from } });
    notify('Days away saved.', { type: 'success' });
    await changed();
  };
  return (
    <FormDialog<NewVisitorAbsence>
      title="Add days away"
      consequence="Nobody is asked why. Visits that are booked on these days stay; a warning says so."
      submitWords="Save the days"
      defaultValues={{ userId: userId ?? '', from: '', to: '' }}
      onSubmit={save}
      onClose={onClose}
    >
      {userId === undefined && (
        <StaffInput
          source="userId"
          label="Who is away"
          visitors
          validate={required('Please choose somebody.')}
          helperText={false}
        />
      )}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <DayInput source="from" label="First day away" required />
        <DayInput source="to" label="Last day away" helperText="Left empty, it is one day" />
      </Box>
    </FormDialog>
  );
}
