import { TextInput } from 'react-admin';
import { formatDay, isDay } from '@tracker/domain';
import type { SchoolHoliday, SchoolYear } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';

import { NamedRows } from '../fields/NamedRows';
import { rowsAsText, rowsInWords, rowsFromText } from '../conflicts/rows-as-text';
import { call } from '../providers/call';

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

const dayInWords = (value: unknown) => (isDay(value) ? formatDay(value) : asItReads(value));

const FIELDS = [
  { name: 'firstDay', label: 'First day of school', inWords: dayInWords },
  { name: 'lastDay', label: 'Last day of school', inWords: dayInWords },
  {
    name: 'holidays',
    label: 'Holidays',
    inWords: rowsInWords<SchoolHoliday>(
      ({ name, from, to }) => `${name}: ${dayInWords(from)} to ${dayInWords(to)}`,
    ),
  },
];

const asForm = ({ firstDay, lastDay, holidays }: SchoolYear) => ({
  ...{ firstDay, lastDay },
  holidays: rowsAsText(holidays),
});

/** The term dates of one academic year, by hand. */
export function SchoolYearDialog({ year, onClose }: SchoolYearDialogProps) {
  const saveWithConflicts = useSaveWithConflicts();
  const { firstDay, lastDay, holidays } = year ?? { firstDay: '', lastDay: '', holidays: [] };
  const save = ({ year: name, holidays: typed, ...days }: Values) => {
    const rows = typed ?? [];
    if (!year)
      return call('PUT /api/school-years/{year}', {
        year: name,
        body: { ...days, holidays: rows },
      });
    return saveWithConflicts({
      title: `Term dates of ${year.year}`,
      fields: FIELDS,
      values: { firstDay: days.firstDay, lastDay: days.lastDay, holidays: rowsAsText(rows) },
      original: { firstDay, lastDay, holidays: rowsAsText(holidays) },
      version: year.version,
      read: (current) => asForm(current as unknown as SchoolYear),
      save: ({ holidays: chosen, ...wanted }, version) =>
        call('PUT /api/school-years/{year}', {
          year: year.year,
          body: { ...wanted, version, holidays: rowsFromText<SchoolHoliday>(chosen) },
        }),
    });
  };
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
      {!year && <TextInput source="year" label="Academic year" helperText="For example 2024-25" />}
      <DayInput source="firstDay" label="First day of school" required />
      <DayInput source="lastDay" label="Last day of school" required />
      <NamedRows
        source="holidays"
        one="holiday"
        empty={{ name: '', from: '', to: '' }}
        row={(at, which) => (
          <>
            <TextInput source={`${at}.name`} label={`Name of ${which}`} helperText={false} />
            <DayInput source={`${at}.from`} label={`First day of ${which}`} required />
            <DayInput source={`${at}.to`} label={`Last day of ${which}`} required />
          </>
        )}
      />
    </FormDialog>
  );
}
