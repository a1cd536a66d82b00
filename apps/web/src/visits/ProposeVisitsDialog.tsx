import { useState } from 'react';
import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import { plural } from '@tracker/domain';
import type { NewVisit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput } from '../fields/inputs';
import { keyByBody } from '../providers/idempotency';
import { newVisitOf, type SchoolToPlan } from './new-visit';
import { refusalOf, useVisitsInTurn } from './use-visits-in-turn';
import { call } from '../providers/call';

interface ProposeVisitsDialogProps {
  schools: readonly SchoolToPlan[];
  onClose: (done: boolean) => void;
}

/** Puts the schools on the list of visits without a date, for the regional team to arrange. */
export default function ProposeVisitsDialog({ schools, onClose }: ProposeVisitsDialogProps) {
  const [keyOf] = useState(keyByBody);
  const createVisits = useVisitsInTurn((visit: NewVisit) =>
    call('POST /api/visits', { body: visit, idempotencyKey: keyOf(visit) }),
  );
  const notify = useNotify();
  const submit = async ({ visitorId }: { visitorId: string }) => {
    const lines = schools.map(({ id }) => ({
      schoolId: id,
      scheduledOn: '',
      startTime: '',
      visitorId,
    }));
    const results = await createVisits(lines.map(newVisitOf));
    const refusal = refusalOf(results, schools);
    if (refusal) throw new Error(refusal);
    notify(`${plural(schools.length, 'visit')} proposed.`, { type: 'success' });
    onClose(true);
    return false;
  };
  return (
    <FormDialog<{ visitorId: string }>
      title={`Propose visits to ${plural(schools.length, 'school')}`}
      consequence="They appear among the visits as proposed, without a date. A school counts as booked only once its visit is scheduled."
      submitWords={schools.length === 1 ? 'Propose the visit' : 'Propose the visits'}
      busyWords="Proposing…"
      defaultValues={{ visitorId: '' }}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <Box component="ul" sx={{ mt: 0, pl: 2.5, maxHeight: 200, overflowY: 'auto' }}>
        {schools.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </Box>
      <StaffInput visitors source="visitorId" label="Who might go" helperText={false} />
    </FormDialog>
  );
}
