import { useListContext } from 'react-admin';
import Typography from '@mui/material/Typography';
import type { Region } from '@tracker/contract';

/** Districts whose schools have no regional team yet; silent when there are none. */
export function UnassignedDistricts({ districts }: { districts: readonly string[] }) {
  const { data, isPending } = useListContext<Region>();
  if (isPending) return null;
  const assigned = new Set((data ?? []).flatMap((region) => region.districts));
  const left = districts.filter((district) => !assigned.has(district));
  if (left.length === 0) return null;
  return <Typography sx={{ mt: 0.5 }}>In no region yet: {left.join(', ')}.</Typography>;
}
