import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LIMITS } from '@tracker/domain';
import { DayField } from '../fields/DayField';
import { Text, Ticks } from '../fields/plain-inputs';
import { WEEKDAY_CHOICES } from '../fields/weekdays';
import type { SayingForm } from './offer-words';

interface SayingFieldsProps {
  form: SayingForm;
  /** By the field of the API. */
  errors: Readonly<Record<string, string>>;
  onChange: (form: SayingForm) => void;
}

const CHOICES = WEEKDAY_CHOICES.map(({ id, name }) => ({ id: String(id), name }));

/** Why not, and which days to keep free of visits; all of it can be left out. */
export function SayingFields({ form, errors, onChange }: SayingFieldsProps) {
  const set =
    <K extends keyof SayingForm>(name: K) =>
    (value: SayingForm[K]) =>
      onChange({ ...form, [name]: value });
  const day = (name: 'notBefore' | 'from' | 'to', label: string, field: string) => (
    <DayField
      id={`saying-${name}`}
      name={field}
      label={label}
      value={form[name]}
      onChange={set(name)}
      error={field in errors}
      helperText={errors[field]}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Text
        id="saying-reason"
        name="reason"
        label="Why (optional)"
        value={form.reason}
        error={errors['reason']}
        onChange={set('reason')}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: LIMITS.dayOffer.words } }}
      />
      <Typography variant="h2" sx={{ mt: 1 }}>
        When should we not come? (optional)
      </Typography>
      {day('notBefore', 'Not before', 'notBefore')}
      <Ticks
        legend="Never on"
        name="neverWeekdays"
        choices={CHOICES}
        chosen={form.neverWeekdays}
        error={errors['neverWeekdays']}
        onChange={set('neverWeekdays')}
      />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, mt: 1 }}>
        {day('from', 'Cannot from', 'cannot.0.from')}
        {day('to', 'Cannot until', 'cannot.0.to')}
      </Box>
    </Box>
  );
}
