import { useDataProvider } from 'react-admin';
import { forbiddenTransitionSentence, formatDay, isDay, nextVisitStatus } from '@tracker/domain';
import type { ScheduleVisit, Visit } from '@tracker/contract';
import { valueInWords } from '../conflicts/conflict';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, TimeInput, useStaff } from '../fields/inputs';
import type { TrackerDataProvider } from '../providers/data-provider';
import { useVisitCommand } from './use-visit-command';

type Values = Required<Omit<ScheduleVisit, 'version'>>;

/** Gives a visit its day, or another one. */
export function MoveDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const saveWithConflicts = useSaveWithConflicts();
  const run = useVisitCommand();
  const staff = useStaff();
  const original = {
    scheduledOn: visit.scheduledOn ?? '',
    startTime: visit.startTime?.slice(0, 5) ?? '',
    visitorId: visit.visitorId ?? '',
  };
  const fields = [
    {
      name: 'scheduledOn',
      label: 'Date',
      inWords: (value: unknown) => (isDay(value) ? formatDay(value) : 'No date'),
    },
    { name: 'startTime', label: 'Time' },
    {
      name: 'visitorId',
      label: 'Visitor',
      inWords: (value: unknown) => valueInWords(staff.find(({ id }) => id === value)?.name),
    },
  ];
  const submit = (values: Values) =>
    run(
      saveWithConflicts({
        title: `Visit to ${visit.schoolName}`,
        fields,
        original,
        version: visit.version,
        values: {
          scheduledOn: values.scheduledOn,
          startTime: values.startTime || null,
          visitorId: values.visitorId || null,
        },
        impossible: ({ status }) =>
          nextVisitStatus(status as Visit['status'], 'schedule') === null
            ? `Somebody else changed the visit meanwhile. ${forbiddenTransitionSentence(status as Visit['status'], 'schedule')}`
            : null,
        save: (body, version) => dataProvider.scheduleVisit(visit.id, { ...body, version }),
      }),
      'Visit scheduled.',
    );
  const wasConfirmed = visit.status === 'confirmed';
  return (
    <FormDialog<Values>
      title={
        visit.scheduledOn
          ? `Move the visit to ${visit.schoolName}`
          : `Schedule the visit to ${visit.schoolName}`
      }
      consequence={
        wasConfirmed
          ? 'The school has confirmed the present date. Moved, the visit has to be confirmed again.'
          : 'The school then counts as booked. Nobody is written to.'
      }
      submitWords={visit.scheduledOn ? 'Move the visit' : 'Schedule the visit'}
      defaultValues={original}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayInput source="scheduledOn" label="Date" required />
      <TimeInput source="startTime" />
      <StaffInput source="visitorId" label="Visitor" helperText={false} />
    </FormDialog>
  );
}
