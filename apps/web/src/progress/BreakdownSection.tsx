import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import { mealsFinding, plural } from '@tracker/domain';
import type { Progress, ProgressGroup } from '@tracker/contract';
import { ChartFigure, FillSample, Legend, StackedBars } from '../charts';
import { Section } from '../layout/Section';
import { breakdownColumns } from './breakdown-columns';
import { BreakdownTable } from './BreakdownTable';
import { BREAKDOWN_WORDS } from './breakdowns';
import { COVERAGE, percentIn } from './CycleSection';
import { HowComputed } from './HowComputed';
import { type Breakdown, BREAKDOWNS } from './paths';

interface BreakdownSectionProps {
  progress: Progress;
  by: Breakdown;
  onBy: (by: Breakdown) => void;
}

/** More bars than these are nothing to be taken in; the table has every group. */
const MOST_BARS = 15;

/** The same figures for groups of schools, so that whoever is visited less is seen. */
export function BreakdownSection({ progress, by, onBy }: BreakdownSectionProps) {
  const { tab, one, groups, finding } = BREAKDOWN_WORDS[by];
  const all = groups(progress);
  const caption = `Figures by ${tab.toLowerCase()}`;
  return (
    <Section title="Who is visited less">
      <Tabs
        value={by}
        onChange={(_, next: Breakdown) => onBy(next)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label="Schools grouped by"
        className="no-print"
        sx={{ mb: 1.5 }}
      >
        {BREAKDOWNS.map((key) => (
          <Tab
            key={key}
            value={key}
            label={BREAKDOWN_WORDS[key].tab}
            id={`by-${key}`}
            aria-controls="breakdown"
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="breakdown" aria-labelledby={`by-${by}`}>
        {all.length === 0 ? (
          <Typography>There is no {one} to show.</Typography>
        ) : (
          <ChartFigure
            key={by}
            finding={finding(progress)}
            inWords={`Bars of the schools of each ${one}: covered, booked and neither, in per cent. ${finding(progress)}`}
            tableOpen
            legend={
              <Legend
                entries={COVERAGE.map(({ id, words, fill }) => ({
                  key: id,
                  sample: <FillSample fill={fill} />,
                  words,
                }))}
              />
            }
            table={
              <BreakdownTable
                caption={caption}
                columns={breakdownColumns(progress, tab, by === 'region')}
                groups={all}
              />
            }
          >
            <Bars groups={all} one={one} />
          </ChartFigure>
        )}
        <HowClear by={by} progress={progress} />
      </Box>
    </Section>
  );
}

function Bars({ groups, one }: { groups: readonly ProgressGroup[]; one: string }) {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const withSchools = groups.filter(({ schoolsInScope }) => schoolsInScope.count > 0);
  const drawn =
    withSchools.length <= MOST_BARS
      ? withSchools
      : [...withSchools].sort((a, b) => b.neither.count - a.neither.count).slice(0, MOST_BARS);
  return (
    <>
      {drawn.length < withSchools.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {`Drawn: those with most schools that are neither covered nor booked, ${MOST_BARS} of ${plural(withSchools.length, one)}.`}
        </Typography>
      )}
      <StackedBars
        asShares
        labelWidth={narrow ? 132 : 230}
        parts={COVERAGE}
        bars={drawn.map((group) => ({
          label: `${group.label}: ${percentIn(group.covered.count, group.schoolsInScope.count)}`,
          values: COVERAGE.map(({ id }) => group[id].count),
        }))}
      />
    </>
  );
}

function HowClear({ by, progress }: { by: Breakdown; progress: Progress }) {
  if (by === 'region') {
    return (
      <HowComputed words="How a region’s pace is computed">
        Each region has its part of the target. The pace expected of it follows the same school days
        as that of the whole hub.
      </HowComputed>
    );
  }
  const { fromPercent } = mealsFinding(
    progress.byFsmBand.map(({ key, covered, schoolsInScope }) => ({
      key,
      part: covered.count,
      of: schoolsInScope.count,
    })),
  );
  const meals =
    by === 'meals'
      ? ` Schools of ${fromPercent}% and more are set against all others whose figure is known.`
      : ' Each is set against all the others together.';
  return (
    <HowComputed words="When a difference is called clear">
      Both sides have ten schools at least, their shares of covered schools lie five percentage
      points apart, and so great a difference would come about by chance less than once in{' '}
      {by === 'meals' ? 'ten' : 'a hundred'} times.{meals}
    </HowComputed>
  );
}
