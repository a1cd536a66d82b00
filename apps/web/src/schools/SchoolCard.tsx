import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { sinceInWords } from '@tracker/domain';
import type { School } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { PlannedText } from '../fields/texts';
import { StateChip } from '../fields/ToneChip';
import { today } from '../providers/today';
import { schoolPath } from '../paths/school-paths';

export function SchoolCard({ school }: { school: School }) {
  return (
    <>
      <Link component={RouterLink} to={schoolPath(school.id)} sx={{ fontWeight: 650 }}>
        {school.name}
      </Link>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[school.town ?? school.district, school.phase].filter(Boolean).join(' · ')} ·{' '}
        <RegionName regionId={school.regionId} />
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.75 }}>
        <StateChip state={school.state} />
        <Typography variant="body2">
          Last visit {sinceInWords(school.lastVisitedOn, today())}
        </Typography>
        <Typography variant="body2" component="div">
          <PlannedText of={school} />
        </Typography>
      </Box>
    </>
  );
}
