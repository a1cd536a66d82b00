import { CheckboxGroupInput, NumberInput, required, SelectInput, TextInput } from 'react-admin';
import { useNotify } from 'react-admin';
import { useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import type { VisitorCapacityOnRecord } from '@tracker/contract';
import { LIMITS, MOST_VISITS, type VisitorCapacity } from '@tracker/domain';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { SchoolInput } from '../fields/SchoolInput';
import { WEEKDAY_CHOICES } from '../fields/weekdays';
import { writtenUpTo } from '../fields/written';
import { call } from '../providers/call';
import { useAsOpened } from '../providers/use-as-opened';
import {
  CAPACITY_FIELDS,
  type CapacityForm,
  capacityOf,
  formOf,
  startChoices,
  startOf,
} from './capacity-form';
import { useTimeChanged } from './use-time-changed';

interface CapacityDialogProps {
  capacity: VisitorCapacityOnRecord;
  /** One's own: how many visits is set by the Head. */
  own: boolean;
  onClose: () => void;
}

/** How much a visitor can take, on which weekdays, and where they start from. */
export function CapacityDialog({ capacity: present, own, onClose }: CapacityDialogProps) {
  const capacity = useAsOpened(present);
  const { id, name, version } = capacity;
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const changed = useTimeChanged();
  const save = async (typed: CapacityForm) => {
    const put = (wanted: VisitorCapacity, from?: number) =>
      call('PUT /api/visitors/{id}/capacity', {
        id,
        body: { ...wanted, ...startOf(typed), version: from },
      });
    const wanted = capacityOf({ ...typed, weekdays: typed.weekdays ?? [] });
    const saved = await (version === null
      ? put(wanted)
      : saveWithConflicts({
          title: `Time of ${name}`,
          fields: CAPACITY_FIELDS,
          values: wanted,
          original: { ...capacityOf(capacity) },
          version,
          read: (current) => ({ ...capacityOf(current as unknown as VisitorCapacityOnRecord) }),
          save: put,
        }));
    if (saved === false) return false;
    notify(own ? 'Your days are saved.' : `Time of ${name} saved.`, { type: 'success' });
    await changed();
    return true;
  };
  return (
    <FormDialog<CapacityForm>
      title={own ? 'When I visit' : `Time of ${name}`}
      consequence="Warnings, free days and plans go by this from now on. Visits that are booked stay."
      submitWords="Save"
      defaultValues={formOf(capacity)}
      onSubmit={save}
      onClose={onClose}
    >
      {!own && (
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr 1fr' } }}>
          <VisitsInput source="perDay" label="Visits a day" />
          <VisitsInput source="perWeek" label="Visits a week" />
          <VisitsInput source="perHalfTerm" label="Visits a half term" />
        </Box>
      )}
      <CheckboxGroupInput
        source="weekdays"
        label="Weekdays"
        choices={WEEKDAY_CHOICES}
        translateChoice={false}
        helperText={false}
      />
      <SelectInput
        source="startsFrom"
        label="Starts from"
        choices={startChoices(capacity.startsFrom)}
        translateChoice={false}
        validate={required('Please choose one.')}
        helperText={
          own
            ? 'Kept to the kilometre; seen by you, the Head and administrators'
            : 'Kept to the kilometre; seen by them, the Head and administrators'
        }
      />
      <StartInput />
    </FormDialog>
  );
}

function VisitsInput({ source, label }: { source: keyof typeof MOST_VISITS; label: string }) {
  return (
    <NumberInput
      source={source}
      label={label}
      min={0}
      max={MOST_VISITS[source]}
      step={1}
      helperText={false}
    />
  );
}

function StartInput() {
  const chosen = useWatch<CapacityForm, 'startsFrom'>({ name: 'startsFrom' });
  if (chosen === 'school') return <SchoolInput missing="Please choose a school." />;
  if (chosen !== 'town') return null;
  return (
    <TextInput
      source="town"
      label="Town"
      validate={writtenUpTo(LIMITS.planning.words, 'Please give a town.')}
      helperText="As the register writes it; one that has a school"
    />
  );
}
