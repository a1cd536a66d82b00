import { TextInput } from 'react-admin';
import type { BankHoliday, BankHolidayYear } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { saveBankHolidayYear } from './calendar-calls';
import { NamedRows } from './NamedRows';

interface Values {
  year: string;
  days: BankHoliday[];
}

interface BankHolidaysDialogProps {
  /** Null for a year that is not on record yet. */
  year: BankHolidayYear | null;
  onClose: () => void;
}

/** The bank holidays of one calendar year, by hand. */
export function BankHolidaysDialog({ year, onClose }: BankHolidaysDialogProps) {
  const save = ({ year: name, days = [] }: Values) =>
    saveBankHolidayYear(year ? String(year.year) : name, { version: year?.version, days });
  return (
    <FormDialog<Values>
      wide
      title={year ? `Bank holidays of ${year.year}` : 'Bank holidays of another year'}
      submitWords="Save the bank holidays"
      defaultValues={{ year: '', days: year?.days ?? [] }}
      onSubmit={save}
      onClose={onClose}
    >
      {!year && <TextInput source="year" label="Calendar year" helperText="2025 for one" />}
      <NamedRows
        source="days"
        one="bank holiday"
        empty={{ name: '', day: '' }}
        row={(at) => (
          <>
            <TextInput source={`${at}.name`} label="Name" helperText={false} />
            <DayInput source={`${at}.day`} label="Day" required />
          </>
        )}
      />
    </FormDialog>
  );
}
