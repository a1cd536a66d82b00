import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { HeardSchools, RankedNeed, SurveySummaryQuery } from '@tracker/contract';
import { capital, inTen, plural, whyHeldBack } from '@tracker/domain';
import { ChartFigure, FiguresTable, GroupedBars, useLabelWidth } from '../charts';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';

import { shareInPercent } from './figures-in-words';
import { call } from '../providers/call';

interface NeedsSectionProps {
  asked: SurveySummaryQuery;
  academicYear: string;
}

/** More bars than these are nothing to be taken in; the table has every one. */
const MOST_BARS = 10;

/** What schools need, what is in their way and what they want, the most frequent first. */
export function NeedsSection({ asked, academicYear }: NeedsSectionProps) {
  const { regionId, phase, fsmBand } = asked;
  const group = { academicYear, regionId, phase, fsmBand };
  const { data, error, refetch } = useQuery({
    queryKey: ['school-needs', group],
    queryFn: ({ signal }) => call('GET /api/school-needs', { query: group, signal }),
  });
  return (
    <Section title="What schools need most">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Counting needs…" />}
      {data && data.schools === 0 && (
        <Typography>No school was visited or answered the survey in {academicYear}.</Typography>
      )}
      {data && data.schools > 0 && (
        <Box
          sx={{
            display: 'grid',
            columnGap: 4,
            rowGap: 3,
            alignItems: 'start',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              lg: 'repeat(2, minmax(0, 1fr))',
              xl: 'repeat(3, minmax(0, 1fr))',
            },
          }}
        >
          <Ranked
            title="Needs that visitors found"
            from={data.visited}
            heard="visited"
            needs={data.needs}
          />
          <Ranked
            title="Barriers"
            from={data.answered}
            heard="answered the survey"
            needs={data.barriers}
          />
          <Ranked
            title="What schools would like"
            from={data.answered}
            heard="answered the survey"
            needs={data.wanted}
          />
        </Box>
      )}
    </Section>
  );
}

interface RankedProps {
  title: string;
  from: HeardSchools;
  /** What was done with the schools: `49 schools were visited`. */
  heard: string;
  needs: RankedNeed[];
}

function Ranked({ title, from: { schools, tooFew }, heard, needs }: RankedProps) {
  const labelWidth = useLabelWidth();
  const [first] = needs;
  const base = `${plural(schools, 'school')} ${heard}`;
  if (!first) {
    return (
      <Box component="article" sx={{ gridColumn: '1 / -1' }}>
        <Typography variant="h3">{title}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {tooFew
            ? `${base}: ${whyHeldBack(schools)}.`
            : `${base}; nothing was recorded, or by too few to show.`}
        </Typography>
      </Box>
    );
  }
  const finding = `${first.label}: ${inTen(first.schools, schools)}`;
  return (
    <Box component="article">
      <ChartFigure
        under={
          <Typography variant="body2" component="h3" sx={{ color: 'text.secondary' }}>
            {title} ({base})
          </Typography>
        }
        finding={capital(finding)}
        inWords={`Bars, the longest first. ${needs.map(({ label, schools: count }) => `${label}: ${plural(count, 'school')}`).join('; ')}.`}
        table={
          <FiguresTable
            caption={title}
            head={['', 'Schools', 'Of those asked']}
            rows={needs.map(({ key, label, schools: count }) => ({
              key,
              cells: [label, count.toLocaleString('en-GB'), shareInPercent(count / schools)],
            }))}
          />
        }
      >
        <GroupedBars
          parts={[{ id: 'schools', words: 'Schools', fill: 'full' }]}
          bars={needs
            .slice(0, MOST_BARS)
            .map(({ label, schools: count }) => ({ label, values: [count] }))}
          labelWidth={labelWidth}
          counts
          inWords={(count) => count.toLocaleString('en-GB')}
        />
      </ChartFigure>
      {needs.length > MOST_BARS && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Drawn are the first {MOST_BARS}; the table has all {needs.length}.
        </Typography>
      )}
    </Box>
  );
}
