import Typography from '@mui/material/Typography';
import { capital, academicYearOf, formatDay, plural } from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { ChartFigure, FiguresTable, FillSample, Legend, StackedBars } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';

export const COVERAGE = [
  { id: 'covered', words: 'Covered', meaning: 'visited in this cycle', fill: 'full' },
  {
    id: 'booked',
    words: 'Booked',
    meaning: 'not covered yet, visit booked',
    fill: 'striped',
  },
  { id: 'neither', words: 'Neither', meaning: 'neither covered nor booked', fill: 'empty' },
] as const;

/** How far the three years have come, and whether they are long enough. */
export function CycleSection({ progress: { cycle, lists } }: { progress: Progress }) {
  const years = `${cycle.startsIn} to ${academicYearOf(cycle.closesOn)}`;
  const finding = `${capital(cycle.slackInWords)}: ${lists.covered.count.toLocaleString('en-GB')} of ${plural(
    lists.schoolsInScope.count,
    'school',
  )} covered, ${lists.booked.count} booked, ${lists.neither.count} neither.`;
  return (
    <Section title={`Every school in three years: ${years}`}>
      <ChartFigure
        finding={finding}
        inWords={`One bar of all schools in scope. ${finding}`}
        tableOpen
        legend={
          <Legend
            entries={COVERAGE.map(({ id, words, fill }) => ({
              key: id,
              sample: <FillSample fill={fill} />,
              words: (
                <>
                  <CountLink counted={lists[id]} words={`schools: ${words.toLowerCase()}`} />{' '}
                  {words.toLowerCase()}
                </>
              ),
            }))}
          />
        }
        table={
          <FiguresTable
            caption="Schools in scope by coverage in the cycle"
            head={['Schools', 'Number', 'Share']}
            rows={[
              ...COVERAGE.map(({ id, words, meaning }) => ({
                key: id,
                cells: [
                  `${words}: ${meaning}`,
                  <CountLink key={id} counted={lists[id]} words={`schools: ${meaning}`} />,
                  percentIn(lists[id].count, lists.schoolsInScope.count),
                ],
              })),
              {
                key: 'all',
                cells: [
                  'All in scope',
                  <CountLink key="all" counted={lists.schoolsInScope} words="schools in scope" />,
                  percentIn(lists.schoolsInScope.count, lists.schoolsInScope.count),
                ],
              },
            ]}
          />
        }
      >
        <StackedBars
          parts={COVERAGE}
          bars={[{ label: 'Schools', values: COVERAGE.map(({ id }) => lists[id].count) }]}
        />
      </ChartFigure>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        The cycle closes on {formatDay(cycle.closesOn)}. A school visited twice is covered once.
      </Typography>
    </Section>
  );
}

export const percentIn = (part: number, of: number): string =>
  of === 0 ? '–' : `${Math.round((100 * part) / of)}%`;
