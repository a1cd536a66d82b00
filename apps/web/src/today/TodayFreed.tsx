import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { TodaySummary } from '@tracker/contract';
import { Section } from '../layout/Section';
import { visitPath } from '../paths/visit-paths';
import { RefillOffer } from '../visits/RefillOffer';

/** Places that came free by a cancellation, with the schools that could take them. */
export function TodayFreed({ freed }: Pick<TodaySummary, 'freed'>) {
  if (freed.length === 0) return null;
  return (
    <Section title="Places that came free">
      {freed.map(({ visitId, schoolName }) => (
        <Box key={visitId} sx={{ py: 1 }}>
          <RefillOffer visitId={visitId} schoolName={schoolName} />
          <Link component={RouterLink} to={visitPath(visitId)}>
            {`The cancelled visit to ${schoolName}`}
          </Link>
        </Box>
      ))}
    </Section>
  );
}
