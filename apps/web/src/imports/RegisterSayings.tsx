import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { RegisterSaying } from '@tracker/domain';
import { type Import, NO_REGION, type SchoolFilter } from '@tracker/contract';

const listOf = (filter: SchoolFilter) =>
  `/schools?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

interface Target {
  words: string;
  to: string;
}

/** Where what is said can be seen or put right; the lists of this page stand below. */
function targetOf(list: RegisterSaying['list'], { id, dryRun }: Import): Target | null {
  if (list === 'withoutRegion' && !dryRun) {
    return { words: 'Show them', to: listOf({ regionId: NO_REGION, inScope: true }) };
  }
  if ((list === 'createdInScope' || list === 'createdOutOfScope') && !dryRun) {
    const inScope = list === 'createdInScope';
    return { words: 'Show them', to: listOf({ createdByImport: id, inScope }) };
  }
  if (list === 'regionsKept') return { words: 'Add the district to a region', to: '/regions' };
  if (list === 'regions') return { words: 'Go to the list of schools', to: '/schools' };
  return null;
}

/** What a register contradicts or leaves open, the most pressing first. */
export function RegisterSayings({ record }: { record: Import }) {
  if (record.sayings.length === 0) return null;
  return (
    <Box component="ul" aria-label="Please note" sx={{ mt: 2, mb: 0, pl: 2.5 }}>
      {record.sayings.map(({ text, list }) => {
        const target = targetOf(list, record);
        return (
          <Typography component="li" key={text} sx={{ mb: 0.5 }}>
            {text}{' '}
            {target && (
              <Link component={RouterLink} to={target.to}>
                {target.words}
              </Link>
            )}
          </Typography>
        );
      })}
    </Box>
  );
}
