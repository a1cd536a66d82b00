import { useListContext } from 'react-admin';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { School } from '@tracker/contract';

/** How many schools the filters leave. */
export function SchoolSummary() {
  const { total, isPending, filterValues } = useListContext<School>();
  if (isPending || total === undefined) return null;
  const cycle = filterValues.inScope === true ? ' in the visiting cycle' : '';
  const narrowed = Object.keys(filterValues).some((name) => name !== 'inScope')
    ? ` that ${total === 1 ? 'matches' : 'match'}`
    : '';
  return (
    <Typography role="status" sx={{ mt: 0.5, color: 'text.secondary' }}>
      {plural(total, 'school')}
      {cycle}
      {narrowed}
    </Typography>
  );
}
