import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import type { PlanFieldFigures, PlanPartFigures } from '@tracker/contract';
import { type CountedPlanField, NOT_STATED, plural } from '@tracker/domain';
import {
  type BarPart,
  ChartFigure,
  FiguresTable,
  FillSample,
  Legend,
  StackedBars,
} from '../charts';
import { Section } from '../layout/Section';
import { FactLink } from './FactLink';

const PARTS: readonly BarPart[] = [
  { id: 'met', words: 'Met', fill: 'full' },
  { id: 'not_met', words: 'Not met', fill: 'striped' },
  { id: NOT_STATED, words: 'Not stated', fill: 'empty' },
];

const countOf = (part: PlanPartFigures, value: string): number =>
  value === NOT_STATED
    ? (part.notStated ?? 0)
    : (part.values.find((one) => one.value === value)?.schools ?? 0);

interface HourSectionProps {
  hour: PlanFieldFigures;
  minutes: PlanFieldFigures;
}

/** The national plan's hour, and the minutes that schools give. */
export function HourSection({ hour, minutes }: HourSectionProps) {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const finding = hour.parts
    .map((part) => {
      const known = countOf(part, 'met') + countOf(part, 'not_met');
      return `${part.label}: ${countOf(part, 'met')} of ${plural(known, 'school')} that say how long`;
    })
    .join('; ');
  return (
    <Section title="An hour a week">
      <ChartFigure
        finding="Schools that give music an hour a week, by key stage"
        inWords={`Bars of shares. Met in ${finding}. The table below has the figures.`}
        legend={
          <Legend
            entries={PARTS.map(({ id, words, fill }) => ({
              ...{ key: id, words, sample: <FillSample fill={fill} /> },
            }))}
          />
        }
        tableOpen
        table={
          <FiguresTable
            caption="An hour a week, and minutes, by key stage"
            head={['Key stage', 'Met', 'Not met', 'Not stated', 'Say minutes', 'Median minutes']}
            rows={minutes.parts.map((part) => ({
              key: part.part,
              cells: [part.label, ...hourCells(hour, part), ...minuteCells(part)],
            }))}
          />
        }
      >
        <StackedBars
          parts={PARTS}
          bars={hour.parts.map((part) => ({
            label: narrow ? part.part.toUpperCase() : part.label,
            values: PARTS.map(({ id }) => countOf(part, id)),
          }))}
          labelWidth={narrow ? 40 : 100}
          asShares
        />
      </ChartFigure>
    </Section>
  );
}

const link = (field: CountedPlanField, part: PlanPartFigures, value: string) => (
  <FactLink fact={{ field, part: part.part, value }} schools={countOf(part, value)} />
);

/** Key stages 4 and 5 are courses pupils choose, and have no such mark. */
function hourCells(hour: PlanFieldFigures, { part }: PlanPartFigures) {
  const own = hour.parts.find((one) => one.part === part);
  return own ? PARTS.map(({ id }) => link('hour', own, id)) : ['–', '–', '–'];
}

const minuteCells = (part: PlanPartFigures) => [
  link('minutesPerWeek', part, 'stated'),
  part.median === null ? '–' : part.median.toLocaleString('en-GB'),
];
