import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural } from '@tracker/domain';
import type { RankedNeed } from '@tracker/contract';
import { Failure } from '../../layout/Failure';
import { Section } from '../../layout/Section';
import { answersPath } from '../../school-answers/paths';
import { useSchoolNeeds } from './use-board';

const MOST = 5;

/** What schools need most, from visits and surveys. */
export function NeedsToday({ today }: { today: string }) {
  const { data, error, refetch } = useSchoolNeeds(today);
  return (
    <Section title="What do schools need most?">
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Typography sx={{ color: 'text.secondary' }}>Reading what schools told us…</Typography>
      )}
      {data?.tooFew && (
        <Typography>
          Too few schools have been heard in {data.academicYear} to say: {data.schools}.
        </Typography>
      )}
      {data && !data.tooFew && (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {data.academicYear}, from {plural(data.schools, 'school')}
          </Typography>
          <Ranked title="Needs seen at visits" needs={data.needs} />
          <Ranked title="Asked for by schools" needs={data.wanted} />
          <Ranked title="Barriers" needs={data.barriers} />
        </>
      )}
      <Box sx={{ mt: 1 }}>
        <Link component={RouterLink} to={answersPath({ academicYear: data?.academicYear })}>
          What schools told us
        </Link>
      </Box>
    </Section>
  );
}

function Ranked({ title, needs }: { title: string; needs: readonly RankedNeed[] }) {
  if (needs.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 1 }}>
        {title}
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {needs.slice(0, MOST).map(({ key, label, schools }) => (
          <li key={key}>
            {label}: {plural(schools, 'school')}
          </li>
        ))}
      </Box>
    </>
  );
}
