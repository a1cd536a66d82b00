import { TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import Button from '@mui/material/Button';
import { bankHolidaysOf, formatDay, isDay } from '@tracker/domain';
import type { BankHoliday, BankHolidayYear } from '@tracker/contract';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';

import { NamedRows } from '../fields/NamedRows';
import { rowsAsText, rowsInWords, rowsFromText } from '../conflicts/rows-as-text';
import { call } from '../providers/call';

interface Values {
  year: string;
  days: BankHoliday[];
}

interface BankHolidaysDialogProps {
  /** Null for a year that is not on record yet. */
  year: BankHolidayYear | null;
  onClose: () => void;
}

const FIELDS = [
  {
    name: 'days',
    label: 'Bank holidays',
    inWords: rowsInWords<BankHoliday>(
      ({ name, day }) => `${name}: ${isDay(day) ? formatDay(day) : day}`,
    ),
  },
];

/** The bank holidays of one calendar year, by hand. */
export function BankHolidaysDialog({ year, onClose }: BankHolidaysDialogProps) {
  const saveWithConflicts = useSaveWithConflicts();
  const save = ({ year: name, days = [] }: Values) => {
    if (!year) return call('PUT /api/bank-holidays/{year}', { year: name, body: { days } });
    return saveWithConflicts({
      title: `Bank holidays of ${year.year}`,
      fields: FIELDS,
      values: { days: rowsAsText(days) },
      original: { days: rowsAsText(year.days) },
      version: year.version,
      read: (current) => ({ days: rowsAsText((current as unknown as BankHolidayYear).days) }),
      save: (wanted, version) =>
        call('PUT /api/bank-holidays/{year}', {
          year: String(year.year),
          body: { version, days: rowsFromText<BankHoliday>(wanted.days) },
        }),
    });
  };
  return (
    <FormDialog<Values>
      wide
      title={year ? `Bank holidays of ${year.year}` : 'Bank holidays of another year'}
      submitWords="Save the bank holidays"
      defaultValues={{ year: '', days: year?.days ?? [] }}
      onSubmit={save}
      onClose={onClose}
    >
      {!year && <TextInput source="year" label="Calendar year" helperText="For example 2025" />}
      <StandingHolidays known={year?.year ?? null} />
      <NamedRows
        source="days"
        one="bank holiday"
        empty={{ name: '', day: '' }}
        row={(at, which) => (
          <>
            <TextInput source={`${at}.name`} label={`Name of ${which}`} helperText={false} />
            <DayInput source={`${at}.day`} label={`Day of ${which}`} required />
          </>
        )}
      />
    </FormDialog>
  );
}

/** Fills in the standing bank holidays, while there are none; days a proclamation moves are put right by hand. */
function StandingHolidays({ known }: { known: number | null }) {
  const { setValue } = useFormContext<Values>();
  const [typed, days] = useWatch<Values, ['year', 'days']>({ name: ['year', 'days'] });
  const year = known ?? Number(typed);
  const usable = Number.isInteger(year) && year >= 1971 && year <= 2100;
  if (days?.length > 0) return null;
  return (
    <Button
      variant="outlined"
      disabled={!usable}
      onClick={() => setValue('days', bankHolidaysOf(year), { shouldDirty: true })}
      sx={{ mb: 1 }}
    >
      Fill in England’s bank holidays
    </Button>
  );
}
