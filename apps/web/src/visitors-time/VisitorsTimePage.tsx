import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { VisitorsTime, VisitorWithPlaces } from '@tracker/contract';
import { academicYearOf, addAcademicYears, capacitySumInWords } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { useRegions } from '../fields/RegionName';
import { namedChoices } from '../fields/use-facets';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { today } from '../providers/today';
import { Absences } from './Absences';
import { CapacityDialog } from './CapacityDialog';
import { CapacityTable } from './CapacityTable';
import { bookingsInWords } from './sum-words';

/** How much each visitor can take, and whether it is enough for the year. */
export default function VisitorsTimePage() {
  const now = academicYearOf(today());
  const years = [addAcademicYears(now, 1), now];
  const [year, setYear] = useState(now);
  const [open, setOpen] = useState<VisitorWithPlaces | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['visitors-time', year],
    queryFn: ({ signal }) =>
      call('GET /api/visitors-time/{academicYear}', { academicYear: year, signal }),
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Choice label="Academic year" value={year} choices={namedChoices(years)} onChange={setYear} />
      <Section title="Visitors’ time">
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting words="Adding up the visitors’ time…" />}
        {data && (
          <>
            <Sum time={data} />
            <CapacityTable time={data} onChange={setOpen} />
          </>
        )}
      </Section>
      <Absences title="Days away" />
      {open && <CapacityDialog own={false} capacity={open} onClose={() => setOpen(null)} />}
    </Box>
  );
}

function Sum({ time }: { time: VisitorsTime }) {
  const regions = useRegions();
  const nameOf = (regionId: string) =>
    regions.find(({ id }) => id === regionId)?.name ?? 'a region';
  return (
    <Box aria-live="polite" sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 650 }}>{capacitySumInWords(time, nameOf)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {bookingsInWords(time)}
      </Typography>
    </Box>
  );
}
