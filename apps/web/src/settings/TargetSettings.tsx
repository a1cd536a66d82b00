import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import { academicYearOf } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { namedChoices } from '../fields/use-facets';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { useYears } from '../progress/use-years';
import { mayDrop } from '../unsaved/unsaved-store';
import { today } from '../providers/today';
import { TargetEdit } from './TargetEdit';
import { TargetHistory } from './TargetHistory';
import { call } from '../providers/call';

/** How many visits and surveys an academic year aims at, and each region's part of them. */
export default function TargetSettings() {
  const [year, setYear] = useState(() => academicYearOf(today()));
  const years = useYears();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['targets', year],
    queryFn: ({ signal }) =>
      call('GET /api/targets/{academicYear}', { academicYear: year, signal }),
    // Somebody may be typing: what is there now is asked for when they save.
    refetchOnWindowFocus: false,
  });
  const saved = () => {
    for (const queryKey of [['targets'], ['progress'], ['today']]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Choice
        label="Academic year"
        value={year}
        choices={namedChoices(years.includes(year) ? years : [year, ...years])}
        onChange={(next) => void mayDrop().then((may) => may && setYear(next))}
      />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading the target…" />}
      {data && <TargetEdit key={`${year} ${data.version}`} target={data} onSaved={saved} />}
      <TargetHistory academicYear={year} />
    </Box>
  );
}
