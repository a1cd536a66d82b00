import { AutocompleteArrayInput, TextInput, useNotify } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { PlanningWindows } from '@tracker/contract';
import {
  addAcademicYears,
  LIMITS,
  type PlanningWindow,
  SCHOOL_PHASES,
  windowsOnSameWeekdays,
} from '@tracker/domain';
import { rowsAsText, rowsFromText, rowsInWords } from '../conflicts/rows-as-text';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { NamedRows } from '../fields/NamedRows';
import { namedChoices } from '../fields/use-facets';
import { writtenUpTo } from '../fields/written';
import { call } from '../providers/call';
import { useAsOpened } from '../providers/use-as-opened';
import { rowsOf, windowInWords, type WindowRow, windowsOf } from './windows-form';

interface Values {
  windows: WindowRow[];
}

interface PlanningWindowsDialogProps {
  windows: PlanningWindows;
  onClose: () => void;
}

const FIELDS = [
  {
    name: 'windows',
    label: 'Days without visits',
    inWords: rowsInWords<PlanningWindow>(windowInWords),
  },
];

/** The days without visits of one academic year, all of them at once. */
export function PlanningWindowsDialog({ windows: present, onClose }: PlanningWindowsDialogProps) {
  const opened = useAsOpened(present);
  const { academicYear, version } = opened;
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const save = async ({ windows: rows = [] }: Values) => {
    const windows = windowsOf(rows);
    const put = (wanted: PlanningWindow[], from?: number) =>
      call('PUT /api/planning-windows/{academicYear}', {
        academicYear,
        body: { windows: wanted, version: from },
      });
    const saved = await (version === null
      ? put(windows)
      : saveWithConflicts({
          title: `Days without visits, ${academicYear}`,
          fields: FIELDS,
          values: { windows: rowsAsText(windows) },
          original: { windows: rowsAsText(opened.windows) },
          version,
          read: (current) => ({
            windows: rowsAsText((current as unknown as PlanningWindows).windows),
          }),
          save: (wanted, from) => put(rowsFromText<PlanningWindow>(wanted.windows), from),
        }));
    if (saved === false) return false;
    notify(`Days without visits of ${academicYear} saved.`, { type: 'success' });
    return true;
  };
  return (
    <FormDialog<Values>
      wide
      title={`Days without visits, ${academicYear}`}
      consequence="Warnings and plans go by these days from now on. Visits that are booked stay."
      submitWords="Save the days"
      defaultValues={{ windows: rowsOf(opened.windows) }}
      onSubmit={save}
      onClose={onClose}
    >
      <CopyFromLastYear academicYear={academicYear} />
      <NamedRows
        source="windows"
        one="entry"
        article="an"
        columns="minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr)"
        empty={{ words: '', from: '', to: '', phases: [] }}
        row={(at, which) => (
          <>
            <TextInput
              source={`${at}.words`}
              label={`Name of ${which}`}
              validate={writtenUpTo(LIMITS.planning.words, 'Please say what it is.')}
              helperText={false}
            />
            <DayInput source={`${at}.from`} label={`First day of ${which}`} required />
            <DayInput source={`${at}.to`} label={`Last day of ${which}`} required />
            <Box sx={BELOW}>
              <AutocompleteArrayInput
                source={`${at}.phases`}
                label={`Phases of ${which}`}
                choices={namedChoices(SCHOOL_PHASES)}
                translateChoice={false}
                helperText="Empty for every phase"
              />
            </Box>
          </>
        )}
      />
    </FormDialog>
  );
}

/** From 600 pixels on a line of its own, as long as that of the days. */
const BELOW = { gridColumn: { sm: '1 / -2' }, gridRow: { sm: 2 } } as const;

/** Fills in last year's on the same weekdays; nothing is offered where that year has none on record. */
function CopyFromLastYear({ academicYear }: Pick<PlanningWindows, 'academicYear'>) {
  const { setValue } = useFormContext<Values>();
  const before = addAcademicYears(academicYear, -1);
  const { data } = useQuery({
    queryKey: ['planning-windows', before],
    queryFn: ({ signal }) =>
      call('GET /api/planning-windows/{academicYear}', { academicYear: before, signal }),
  });
  if (!data || data.isSuggested) return null;
  const copy = rowsOf(windowsOnSameWeekdays(academicYear, data.windows));
  return (
    <Button
      variant="outlined"
      onClick={() => setValue('windows', copy, { shouldDirty: true })}
      sx={{ mb: 2 }}
    >
      Copy the days of {before} instead
    </Button>
  );
}
