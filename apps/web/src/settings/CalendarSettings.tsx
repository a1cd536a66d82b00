import { useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  formatDay,
  plural,
  schoolYearInWords,
  spanInWords,
  type CalendarFileKind,
} from '@tracker/domain';
import type { BankHolidayYear, SchoolYear } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { BankHolidaysDialog } from './BankHolidaysDialog';
import { CalendarImportDialog } from './CalendarImportDialog';
import { PlanningWindowsSection } from './PlanningWindowsSection';
import { SchoolYearDialog } from './SchoolYearDialog';
import { call } from '../providers/call';

const KEY = ['school-calendar'];

type Open =
  | { dialog: 'import'; kind: CalendarFileKind }
  | { dialog: 'school-year'; year: SchoolYear | null }
  | { dialog: 'bank-holidays'; year: BankHolidayYear | null };

/** Term dates and bank holidays: what warnings, planning and progress count school days by. */
export default function CalendarSettings() {
  const [open, setOpen] = useState<Open | null>(null);
  const queryClient = useQueryClient();
  const terms = useQuery({
    queryKey: [...KEY, 'years'],
    queryFn: ({ signal }) => call('GET /api/school-years', { signal }),
  });
  const holidays = useQuery({
    queryKey: [...KEY, 'bank-holidays'],
    queryFn: ({ signal }) => call('GET /api/bank-holidays', { signal }),
  });
  const close = () => {
    setOpen(null);
    void queryClient.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section
        title="Term dates"
        action={
          <Buttons
            words="term dates"
            onImport={() => setOpen({ dialog: 'import', kind: 'term-dates' })}
            onAdd={() => setOpen({ dialog: 'school-year', year: null })}
          />
        }
      >
        {terms.error && <Failure error={terms.error} onRetry={() => void terms.refetch()} />}
        {terms.data?.length === 0 && (
          <Nothing>
            No term dates yet. Until there are, weekdays outside August count as school days.
          </Nothing>
        )}
        {terms.data?.map((year) => (
          <Year
            key={year.id}
            name={year.year}
            words={schoolYearInWords(year)}
            onChange={() => setOpen({ dialog: 'school-year', year })}
          >
            {year.holidays.map((holiday) => (
              <li key={holiday.from}>
                {holiday.name}: {spanInWords(holiday)}
              </li>
            ))}
          </Year>
        ))}
      </Section>
      <Section
        title="Bank holidays"
        action={
          <Buttons
            words="bank holidays"
            onImport={() => setOpen({ dialog: 'import', kind: 'bank-holidays' })}
            onAdd={() => setOpen({ dialog: 'bank-holidays', year: null })}
          />
        }
      >
        {holidays.error && (
          <Failure error={holidays.error} onRetry={() => void holidays.refetch()} />
        )}
        {holidays.data?.length === 0 && <Nothing>No bank holidays yet.</Nothing>}
        {holidays.data?.map((year) => (
          <Year
            key={year.id}
            name={String(year.year)}
            words={plural(year.days.length, 'bank holiday')}
            onChange={() => setOpen({ dialog: 'bank-holidays', year })}
          >
            {year.days.map(({ day, name }) => (
              <li key={day}>
                {name}: {formatDay(day)}
              </li>
            ))}
          </Year>
        ))}
      </Section>
      <PlanningWindowsSection />
      {open?.dialog === 'import' && <CalendarImportDialog kind={open.kind} onClose={close} />}
      {open?.dialog === 'school-year' && <SchoolYearDialog year={open.year} onClose={close} />}
      {open?.dialog === 'bank-holidays' && <BankHolidaysDialog year={open.year} onClose={close} />}
    </Box>
  );
}

interface ButtonsProps {
  words: string;
  onImport: () => void;
  onAdd: () => void;
}

function Buttons({ words, onImport, onAdd }: ButtonsProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button onClick={onImport}>Import {words}</Button>
      <Button onClick={onAdd}>Add a year of {words}</Button>
    </Box>
  );
}

interface YearProps {
  name: string;
  words: string;
  onChange: () => void;
  children: ReactNode;
}

function Year({ name, words, onChange, children }: YearProps) {
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="h3" sx={{ alignSelf: 'center' }}>
          {name}
        </Typography>
        <Button onClick={onChange} aria-label={`Change ${name}`}>
          Change
        </Button>
      </Box>
      <Typography variant="body2">{words}</Typography>
      <Typography component="ul" variant="body2" sx={{ color: 'text.secondary', my: 0.5, pl: 2.5 }}>
        {children}
      </Typography>
    </Box>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  );
}
