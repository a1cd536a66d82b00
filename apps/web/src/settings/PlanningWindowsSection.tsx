import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { academicYearOf, addAcademicYears, spanInWords } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { namedChoices } from '../fields/use-facets';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { today } from '../providers/today';
import { PlanningWindowsDialog } from './PlanningWindowsDialog';
import { phasesInWords } from './windows-form';

/** Days of a year on which schools of some phases, or all, are not visited. */
export function PlanningWindowsSection() {
  const now = academicYearOf(today());
  const years = [addAcademicYears(now, 1), now];
  const [year, setYear] = useState(now);
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['planning-windows', year],
    queryFn: ({ signal }) =>
      call('GET /api/planning-windows/{academicYear}', { academicYear: year, signal }),
  });
  const close = () => {
    setOpen(false);
    void queries.invalidateQueries({ queryKey: ['planning-windows'] });
  };
  return (
    <Section
      title="Days without visits"
      action={
        data && (
          <Button onClick={() => setOpen(true)}>
            {data.isSuggested ? 'Look at and save' : 'Change'} the days of {year}
          </Button>
        )
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        Exams, tests, concerts: school days on which schools of a phase are not visited. Warnings
        and plans go by them.
      </Typography>
      <Choice label="Academic year" value={year} choices={namedChoices(years)} onChange={setYear} />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading the days…" />}
      {data?.isSuggested && (
        <Typography variant="body2" sx={{ mt: 1.5, fontWeight: 650 }}>
          Suggested, and not saved yet. Warnings go by them once somebody has saved them.
        </Typography>
      )}
      {data?.windows.length === 0 && (
        <Typography variant="body2" sx={{ mt: 1.5 }}>
          None: schools are visited on every school day.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {data?.windows.map((window) => (
          <Box
            component="li"
            key={`${window.from} ${window.words}`}
            sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}
          >
            <Typography sx={{ fontWeight: 650 }}>{window.words}</Typography>
            <Typography variant="body2">{spanInWords(window)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {phasesInWords(window.phases)}
            </Typography>
          </Box>
        ))}
      </Box>
      {open && data && <PlanningWindowsDialog windows={data} onClose={close} />}
    </Section>
  );
}
