import { TextInput } from 'react-admin';
import type { SchoolHoliday, SchoolYear } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { saveSchoolYear } from './calendar-calls';
import { NamedRows } from './NamedRows';

interface Values {
  year: string;
  firstDay: string;
  lastDay: string;
  holidays: SchoolHoliday[];
}

interface SchoolYearDialogProps {
  /** Null for a year that is not on record yet. */
  year: SchoolYear | null;
  onClose: () => void;
}

/** The term dates of one academic year, by hand. */
export function SchoolYearDialog({ year, onClose }: SchoolYearDialogProps) {
  const save = ({ year: name, firstDay, lastDay, holidays = [] }: Values) =>
    saveSchoolYear(year?.year ?? name, { version: year?.version, firstDay, lastDay, holidays });
  const { firstDay, lastDay, holidays } = year ?? { firstDay: '', lastDay: '', holidays: [] };
  return (
    <FormDialog<Values>
      wide
      title={year ? `Term dates of ${year.year}` : 'Term dates of another year'}
      consequence="Warnings, planning and progress count school days by these dates from now on."
      submitWords="Save the term dates"
      defaultValues={{ year: '', firstDay, lastDay, holidays }}
      onSubmit={save}
      onClose={onClose}
    >
      {!year && <TextInput source="year" label="Academic year" helperText="2024-25 for one" />}
      <DayInput source="firstDay" label="First day of school" required />
      <DayInput source="lastDay" label="Last day of school" required />
      <NamedRows
        source="holidays"
        one="holiday"
        empty={{ name: '', from: '', to: '' }}
        row={(at) => (
          <>
            <TextInput source={`${at}.name`} label="Name" helperText={false} />
            <DayInput source={`${at}.from`} label="First day" required />
            <DayInput source={`${at}.to`} label="Last day" required />
          </>
        )}
      />
    </FormDialog>
  );
}
