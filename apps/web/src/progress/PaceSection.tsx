import { capital, isYearOver, formatDay, paceInWords, plural } from '@tracker/domain';
import type { Progress, ProgressPoint } from '@tracker/contract';
import { ChartFigure, type DayLine, DayLines, FiguresTable, Legend, StrokeSample } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';

/** Completed visits against the expected pace, and where the booked ones would lead. */
export function PaceSection({ progress }: { progress: Progress }) {
  const { series, academicYear, asOf } = progress;
  const lines = linesOf(series);
  const last = series.at(-1);
  const withBooked = last?.withBooked ?? null;
  const over = isYearOver(academicYear, asOf);
  const booked =
    withBooked === null || over
      ? ''
      : ` With what is booked it is ${plural(withBooked, 'visit')} by the end of the year.`;
  const finding = `${capital(paceInWords(progress))}: ${plural(progress.visits, 'visit')} completed by ${formatDay(
    asOf < (last?.day ?? asOf) ? asOf : (last?.day ?? asOf),
  )}, ${progress.expectedByToday} expected.${booked}`;
  return (
    <Section title="Visits against the expected pace">
      <ChartFigure
        finding={finding}
        inWords={`Line chart of ${academicYear}, week by week. ${finding} The table has every week.`}
        legend={
          <Legend
            entries={lines.map(({ id, words, stroke }) => ({
              key: id,
              sample: <StrokeSample stroke={stroke} />,
              words,
            }))}
          />
        }
        table={<WeekTable series={series} academicYear={academicYear} />}
      >
        <DayLines days={series.map(({ day }) => day)} lines={lines} />
      </ChartFigure>
    </Section>
  );
}

const LINES = [
  { id: 'visits', words: 'Completed', stroke: 'solid' },
  { id: 'withBooked', words: 'Completed and booked', stroke: 'dotted' },
  { id: 'expected', words: 'Expected pace', stroke: 'dashed' },
] as const;

/** A line without a value is not drawn, nor named; of a year that is over nothing is booked beyond it. */
const linesOf = (series: readonly ProgressPoint[]): DayLine[] =>
  LINES.map((line) => ({ ...line, values: series.map((point) => point[line.id]) })).filter(
    ({ id, values }) =>
      values.filter((value) => value !== null).length > (id === 'withBooked' ? 1 : 0),
  );

function WeekTable({ series, academicYear }: Pick<Progress, 'series' | 'academicYear'>) {
  return (
    <FiguresTable
      caption={`Visits of ${academicYear} week by week`}
      head={['Day', 'Completed', 'Completed and booked', 'Expected']}
      rows={series.map(({ day, list, withBooked, expected }) => ({
        key: day,
        cells: [
          formatDay(day),
          list ? <CountLink counted={list} words={`visits by ${formatDay(day)}`} /> : '–',
          withBooked ?? '–',
          expected,
        ],
      }))}
    />
  );
}
