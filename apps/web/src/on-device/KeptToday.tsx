import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { addDays, formatDay } from '@tracker/domain';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { today } from '../providers/today';
import type { KeptPack } from './database';
import { asOfInWords } from './KeptSchool';
import { KeptVisitRow, Rows } from './KeptVisitRow';
import { ON_DEVICE_PATH } from './paths';

/** What is on today and what is not logged yet, of the visits that were taken along. */
export function KeptToday({ kept }: { kept: KeptPack }) {
  const now = today();
  const tomorrow = addDays(now, 1);
  const days = kept.pack.visits.flatMap((visit) =>
    visit.scheduledOn ? [{ visit, day: visit.scheduledOn }] : [],
  );
  const soon = days.filter(({ day }) => day >= now && day <= tomorrow);
  const unlogged = days.filter(({ day }) => day < now);
  return (
    <Box sx={{ maxWidth: 760, display: 'grid', gap: 2 }}>
      <PageHeading title="Today">
        <Typography sx={{ color: 'text.secondary' }}>{formatDay(now)}</Typography>
        <Typography role="status">{asOfInWords(kept.keptAt)}</Typography>
        <Link component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Link>
      </PageHeading>
      <Part title="My visits today and tomorrow" visits={soon} keptAt={kept.keptAt} />
      <Part title="What I have not logged" visits={unlogged} keptAt={kept.keptAt} />
    </Box>
  );
}

interface PartProps {
  title: string;
  visits: readonly { visit: Visit }[];
  keptAt: string;
}

function Part({ title, visits, keptAt }: PartProps) {
  return (
    <Section title={title}>
      {visits.length === 0 && <Typography>None on this device.</Typography>}
      <Rows>
        {visits.map(({ visit }) => (
          <KeptVisitRow key={visit.id} visit={visit} keptAt={keptAt} />
        ))}
      </Rows>
    </Section>
  );
}
