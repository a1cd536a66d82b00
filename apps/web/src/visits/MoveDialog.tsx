import { TextInput, useRefresh } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatDay, type VisitWarning } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, TimeInput } from '../fields/inputs';
import { CapacityNote } from '../planning/CapacityNote';
import { FreeDayChips } from '../planning/FreeDayChips';
import { PlanWarnings } from '../planning/PlanWarnings';
import { useFreeDays } from '../planning/use-planning';
import { keysOf } from './new-visit';
import { notPast } from './not-past';
import { planFieldsOf, useScheduleVisit, type PlanFields } from './use-schedule-visit';
import { useVisitCommand } from './use-visit-command';

interface MoveValues extends PlanFields {
  accepting: VisitWarning[];
  reason?: string;
}

/** Gives a visit its day, or another one. */
export function MoveDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const scheduleVisit = useScheduleVisit();
  const run = useVisitCommand();
  const refresh = useRefresh();
  const move = async ({ accepting, reason, ...plan }: MoveValues) => {
    try {
      return await scheduleVisit(visit, plan, { accepting: keysOf(accepting), reason });
    } catch (error) {
      // What stands in the way is looked up anew and shown below the form.
      refresh();
      throw error;
    }
  };
  return (
    <FormDialog<MoveValues>
      title={
        visit.scheduledOn
          ? `Move the visit to ${visit.schoolName}`
          : `Schedule the visit to ${visit.schoolName}`
      }
      consequence={consequenceOf(visit)}
      submitWords={visit.scheduledOn ? 'Move the visit' : 'Schedule the visit'}
      defaultValues={{ ...planFieldsOf(visit), accepting: [] }}
      onSubmit={(values) =>
        run(
          move(values),
          `Visit ${visit.scheduledOn ? 'moved to' : 'scheduled for'} ${formatDay(values.scheduledOn)}.`,
        )
      }
      onClose={onClose}
    >
      <DayInput
        source="scheduledOn"
        label="Date"
        required
        // Another visitor may be put down for a visit that is not logged yet.
        check={(day) => (day === visit.scheduledOn ? undefined : notPast(day))}
      />
      <TimeInput source="startTime" />
      <StaffInput visitors source="visitorId" label="Visitor" helperText={false} />
      {visit.scheduledOn && (
        <TextInput
          source="reason"
          label="Why is it moved?"
          helperText="Optional. Kept in the visit’s history"
          multiline
        />
      )}
      <Planning visit={visit} />
    </FormDialog>
  );
}

/** Only a school that was told of the visit is told that it has moved. */
function consequenceOf({ status, scheduledOn }: Visit): string {
  if (!scheduledOn) {
    return 'The school then counts as booked. The school gets an email when you confirm the visit.';
  }
  const told =
    'If the school was emailed about this date, it will be emailed about the new one too.';
  if (status !== 'confirmed') return told;
  return `The school has confirmed the present date. ${told} Moved, the visit has to be confirmed again.`;
}

/** How much the visitor has on, their free days and what speaks against the plan as it is typed. */
function Planning({ visit }: { visit: Visit }) {
  const { setValue } = useFormContext<MoveValues>();
  const { scheduledOn = '', startTime, visitorId } = useWatch<MoveValues>();
  const plan = {
    schoolId: visit.schoolId,
    kind: visit.kind,
    scheduledOn,
    startTime: startTime ?? '',
    visitorId: visitorId ?? '',
    exceptVisitId: visit.id,
  };
  const free = useFreeDays(plan.visitorId);
  const asItIs = planFieldsOf(visit);
  const changed =
    asItIs.scheduledOn !== scheduledOn ||
    asItIs.startTime !== plan.startTime ||
    asItIs.visitorId !== plan.visitorId;
  return (
    <>
      <CapacityNote visitorId={plan.visitorId} day={scheduledOn || (free[0] ?? '')} />
      <FreeDayChips
        days={free}
        chosen={scheduledOn}
        onChoose={(day) =>
          setValue('scheduledOn', day, { shouldDirty: true, shouldValidate: true })
        }
      />
      {changed && <PlanWarnings source="accepting" plan={plan} />}
    </>
  );
}
