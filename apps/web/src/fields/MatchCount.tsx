import { useGetList, useListContext } from 'react-admin';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';

export interface Counted {
  /** What a row is: `school`. */
  one: string;
  many?: string;
  /** Filters that say which list it is, rather than what is looked for in it. */
  whole?: readonly string[];
}

/** How many rows match, of how many there are: `1 of 540 schools`. */
export function MatchCount({ one, many, whole = [] }: Counted) {
  const { resource, filterValues, sort, total, isPending } = useListContext();
  const set = Object.entries(filterValues).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const kept = set.filter(([name]) => whole.includes(name));
  const narrowed = kept.length < set.length;
  const all = useGetList(
    resource,
    { filter: Object.fromEntries(kept), pagination: { page: 1, perPage: 1 }, sort },
    { enabled: narrowed },
  ).total;
  if (isPending || total === undefined) return null;
  const words =
    narrowed && all !== undefined
      ? `${total.toLocaleString('en-GB')} of ${plural(all, one, many)}`
      : plural(total, one, many);
  return (
    <Typography role="status" variant="body2" sx={{ mb: 0.75, fontWeight: 650 }}>
      {words}
    </Typography>
  );
}
