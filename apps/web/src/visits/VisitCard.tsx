import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { SelectRow } from '../fields/selection';
import { visitPath } from '../paths/visit-paths';
import { VisitChips } from './VisitChips';
import { whenInWords } from '../fields/visit-words';

/** @param props.selectable whether it has a box; left out, there are none */
export function VisitCard({ visit, selectable }: { visit: Visit; selectable?: boolean }) {
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Link component={RouterLink} to={visitPath(visit.id)} sx={{ fontWeight: 650 }}>
          {visit.schoolName}
        </Link>
        <Box sx={{ flexShrink: 0 }}>
          <VisitChips visit={visit} />
          {selectable && <SelectRow id={visit.id} name={visit.schoolName} />}
        </Box>
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {whenInWords(visit)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {visit.visitorName ?? 'No visitor yet'} · <RegionName regionId={visit.regionId} />
      </Typography>
    </>
  );
}
