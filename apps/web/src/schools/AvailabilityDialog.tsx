import { CheckboxGroupInput, TextInput, useNotify } from 'react-admin';
import Typography from '@mui/material/Typography';
import type { SaveSchoolAvailability, School, SchoolAvailabilityOnRecord } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { NamedRows } from '../fields/NamedRows';
import { WEEKDAY_CHOICES } from '../fields/weekdays';
import { upTo, writtenUpTo } from '../fields/written';
import { call } from '../providers/call';
import { useAsOpened } from '../providers/use-as-opened';
import {
  AVAILABILITY_FIELDS,
  type AvailabilityForm,
  flat,
  formOf,
  INSEPARABLE,
  savedOf,
  unflat,
} from './availability-form';

interface AvailabilityDialogProps {
  school: School;
  availability: SchoolAvailabilityOnRecord;
  onClose: () => void;
}

/** What the school says of the days on which it can be visited. */
export default function AvailabilityDialog(props: AvailabilityDialogProps) {
  const { school, onClose } = props;
  const availability = useAsOpened(props.availability);
  const { version } = availability;
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const save = async (typed: AvailabilityForm) => {
    const put = (wanted: Omit<SaveSchoolAvailability, 'version'>, from?: number) =>
      call('PUT /api/schools/{id}/availability', {
        id: school.id,
        body: { ...wanted, version: from },
      });
    const wanted = savedOf(typed);
    const saved = await (version === null
      ? put(wanted)
      : saveWithConflicts({
          title: `When ${school.name} can be visited`,
          fields: AVAILABILITY_FIELDS,
          values: flat(wanted),
          original: flat(savedOf(formOf(availability))),
          inseparable: INSEPARABLE,
          version,
          read: (current) =>
            flat(savedOf(formOf(current as unknown as SchoolAvailabilityOnRecord))),
          save: (values, from) => put(unflat(values), from),
        }));
    if (saved === false) return false;
    notify('Days saved.', { type: 'success' });
    return true;
  };
  return (
    <FormDialog<AvailabilityForm>
      wide
      title={`When ${school.name} can be visited`}
      consequence="Warnings and plans go by this from now on. Visits that are booked stay."
      submitWords="Save the days"
      defaultValues={formOf(availability)}
      onSubmit={save}
      onClose={onClose}
    >
      <CheckboxGroupInput
        source="neverWeekdays"
        label="Never on"
        choices={WEEKDAY_CHOICES}
        translateChoice={false}
        helperText={false}
      />
      <CheckboxGroupInput
        source="wishedWeekdays"
        label="Would like"
        choices={WEEKDAY_CHOICES}
        translateChoice={false}
        helperText={false}
      />
      <Typography variant="h3" sx={{ mt: 1, mb: 1 }}>
        Days on which it cannot
      </Typography>
      <NamedRows
        source="unavailable"
        one="entry"
        article="an"
        columns="1fr 1fr 1.5fr"
        empty={{ from: '', to: '', why: '' }}
        row={(at, which) => (
          <>
            <DayInput source={`${at}.from`} label={`First day of ${which}`} required />
            <DayInput
              source={`${at}.to`}
              label={`Last day of ${which}`}
              helperText="Left empty, it is one day"
            />
            <TextInput
              source={`${at}.why`}
              label={`Reason for ${which}`}
              validate={writtenUpTo(LIMITS.planning.why, 'Please say why.')}
              helperText="Residential, inspection, works"
            />
          </>
        )}
      />
      <TextInput
        source="note"
        label="Who said so, and what else"
        multiline
        minRows={2}
        validate={upTo(LIMITS.planning.note)}
        helperText="Everybody at the hub reads this"
        sx={{ mt: 2 }}
      />
    </FormDialog>
  );
}
