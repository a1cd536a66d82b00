import { TextInput } from 'react-admin';
import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, TimeInput } from '../fields/inputs';
import { planOf, useScheduleVisit, type VisitPlan } from './use-schedule-visit';
import { useVisitCommand } from './use-visit-command';

/** Gives a visit its day, or another one. */
export function MoveDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { schedule, warned } = useScheduleVisit();
  const run = useVisitCommand();
  return (
    <FormDialog<VisitPlan & { reason?: string }>
      title={
        visit.scheduledOn
          ? `Move the visit to ${visit.schoolName}`
          : `Schedule the visit to ${visit.schoolName}`
      }
      consequence={
        visit.status === 'confirmed'
          ? 'The school has confirmed the present date. Moved, the visit has to be confirmed again.'
          : 'The school then counts as booked. Nobody is written to.'
      }
      submitWords={
        warned
          ? `${visit.scheduledOn ? 'Move' : 'Schedule'} it all the same`
          : visit.scheduledOn
            ? 'Move the visit'
            : 'Schedule the visit'
      }
      defaultValues={planOf(visit)}
      onSubmit={({ reason, ...plan }) =>
        run(
          schedule(visit, plan, reason),
          `Visit ${visit.scheduledOn ? 'moved to' : 'scheduled for'} ${formatDay(plan.scheduledOn)}.`,
        )
      }
      onClose={onClose}
    >
      <DayInput source="scheduledOn" label="Date" required />
      <TimeInput source="startTime" />
      <StaffInput source="visitorId" label="Visitor" helperText={false} />
      {visit.scheduledOn && (
        <TextInput
          source="reason"
          label="Why is it moved?"
          helperText="May be left open; kept in the history of the visit"
          multiline
        />
      )}
    </FormDialog>
  );
}
