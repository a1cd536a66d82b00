import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural, regionsBehind, regionsBehindInWords, visitsAhead } from '@tracker/domain';
import type { Progress, RegionProgress } from '@tracker/contract';
import { FiguresTable } from '../../charts/FiguresTable';
import { CountLink } from '../../fields/CountLink';
import { Section } from '../../layout/Section';
import { aheadInWords } from '../../progress/ahead-in-words';
import { progressPath } from '../../progress/paths';

/** A hub has a handful of regions; of a country's, those that are furthest behind. */
const MOST_ROWS = 8;

/** Which region is behind, and by how many visits. */
export function RegionsToday({ progress }: { progress: Progress }) {
  const { byRegion } = progress;
  const counted = byRegion.map((region) => ({ ...region, visits: region.visits.count, region }));
  const behind = regionsBehind(counted, progress).map(({ region: { region } }) => region);
  const others = byRegion.filter((region) => !behind.includes(region));
  const shown = [...behind, ...others].slice(0, MOST_ROWS);
  return (
    <Section title="Which region is behind?">
      <Typography sx={{ mb: 1 }}>{regionsBehindInWords(counted, progress)}</Typography>
      {shown.length > 0 && (
        <FiguresTable
          caption="Visits by region"
          head={['Region', 'Pace', 'Visits', 'Expected', 'Target']}
          rows={shown.map((region) => rowOf(region, progress))}
        />
      )}
      {byRegion.length > shown.length && (
        <Link component={RouterLink} to={progressPath({ by: 'region' })}>
          All {plural(byRegion.length, 'region')}
        </Link>
      )}
    </Section>
  );
}

function rowOf(region: RegionProgress, { academicYear, asOf }: Progress) {
  const { key, label, visits, expectedByToday, target } = region;
  const ahead = visitsAhead({ academicYear, asOf, target, expectedByToday, visits: visits.count });
  return {
    key: key ?? label,
    cells: [
      key === null ? (
        label
      ) : (
        <Link key={key} component={RouterLink} to={progressPath({ regionId: key })}>
          {label}
        </Link>
      ),
      aheadInWords(ahead),
      <CountLink key="visits" counted={visits} words={`visits, ${label}`} />,
      expectedByToday,
      target,
    ],
  };
}
