import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { OutcomeReason, Progress, ScheduledOutcomes } from '@tracker/contract';
import { ChartFigure, FiguresTable, FillSample, Legend, StackedBars } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';
import { percentIn } from './CycleSection';

const OUTCOMES = [
  { id: 'held', words: 'Held', fill: 'full' },
  { id: 'cancelledBySchool', words: 'Cancelled by the school', fill: 'striped' },
  { id: 'cancelledByHub', words: 'Cancelled by the hub', fill: 'dotted' },
  { id: 'notHeld', words: 'Not held: the visitor came, the school could not', fill: 'crossed' },
  { id: 'unlogged', words: 'Not logged yet', fill: 'empty' },
] as const;

const REASON_OF: Record<OutcomeReason['outcome'], string> = {
  cancelled_by_school: 'Cancelled by the school',
  cancelled_by_hub: 'Cancelled by the hub',
  not_held: 'Not held',
};

/** Outcomes of the visits due by today, and why some were not held. */
export function OutcomesSection({ progress: { outcomes, academicYear } }: { progress: Progress }) {
  const all = OUTCOMES.reduce((sum, { id }) => sum + outcomes[id].count, 0);
  if (all === 0) {
    return (
      <Section title="What became of scheduled visits">
        <Typography>No visit was to take place in {academicYear} so far.</Typography>
      </Section>
    );
  }
  const finding = `${outcomes.held.count.toLocaleString('en-GB')} of ${plural(all, 'visit')} due by today were held (${percentIn(outcomes.held.count, all)}).`;
  return (
    <Section title="What became of scheduled visits">
      <ChartFigure
        finding={finding}
        inWords={`One bar of all visits due by today. ${inWords(outcomes)}`}
        legend={
          <Legend
            entries={OUTCOMES.map(({ id, words, fill }) => ({
              key: id,
              sample: <FillSample fill={fill} />,
              words: (
                <>
                  <CountLink counted={outcomes[id]} words={`visits: ${words.toLowerCase()}`} />{' '}
                  {words.toLowerCase()}
                </>
              ),
            }))}
          />
        }
        table={
          <FiguresTable
            caption="Visits due by today, by outcome"
            head={['What became of them', 'Visits', 'Share']}
            rows={OUTCOMES.map(({ id, words }) => ({
              key: id,
              cells: [
                words,
                <CountLink
                  key={id}
                  counted={outcomes[id]}
                  words={`visits: ${words.toLowerCase()}`}
                />,
                percentIn(outcomes[id].count, all),
              ],
            }))}
          />
        }
      >
        <StackedBars
          parts={OUTCOMES}
          bars={[{ label: 'Visits', values: OUTCOMES.map(({ id }) => outcomes[id].count) }]}
        />
      </ChartFigure>
      {outcomes.reasons.length > 0 && <Reasons reasons={outcomes.reasons} />}
    </Section>
  );
}

const inWords = (outcomes: ScheduledOutcomes) =>
  `${OUTCOMES.map(({ id, words }) => `${words}: ${outcomes[id].count}`).join('. ')}.`;

function Reasons({ reasons }: { reasons: readonly OutcomeReason[] }) {
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2 }}>
        Why visits were cancelled or not held
      </Typography>
      <FiguresTable
        caption="Reasons, the most frequent first"
        head={['Reason', 'What happened', 'Visits']}
        rows={reasons.map(({ outcome, reason, visits, filter }) => ({
          key: `${outcome} ${reason}`,
          cells: [
            reason,
            REASON_OF[outcome],
            <CountLink
              key={reason}
              counted={{ count: visits, resource: 'visits', filter }}
              words={`visits: ${reason}`}
            />,
          ],
        }))}
      />
    </>
  );
}
