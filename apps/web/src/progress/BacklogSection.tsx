import Typography from '@mui/material/Typography';
import { formatDay, plural } from '@tracker/domain';
import type { BacklogPoint, Progress } from '@tracker/contract';
import { ChartFigure, DayLines, FiguresTable } from '../charts';
import { CountLink } from '../fields/CountLink';
import { Section } from '../layout/Section';

/** Not visited in three years: how many now, and how that number moved. */
export function BacklogSection({ progress: { backlog, lists } }: { progress: Progress }) {
  const now = lists.notVisitedInThreeYears;
  const finding = `${plural(now.count, 'school')} not visited in three years${since(now.count, backlog)}.`;
  return (
    <Section title="Not visited in three years">
      <Typography>
        <CountLink counted={now} words="schools not visited in three years" />
        {` of ${plural(lists.schoolsInScope.count, 'school')} have waited for three years or more, or were never visited.`}
      </Typography>
      {backlog.length > 1 && (
        <ChartFigure
          finding={finding}
          inWords={`Line chart, month by month. ${finding} The table has every month.`}
          table={
            <FiguresTable
              caption="Schools not visited in three years, month by month"
              head={['Day', 'Schools']}
              rows={backlog.map(({ day, list }) => ({
                key: day,
                cells: [
                  formatDay(day),
                  <CountLink counted={list} words={`schools on ${formatDay(day)}`} />,
                ],
              }))}
            />
          }
        >
          <DayLines
            height={220}
            days={backlog.map(({ day }) => day)}
            lines={[
              {
                id: 'backlog',
                words: 'Schools not visited in three years',
                stroke: 'solid',
                values: backlog.map(({ schools }) => schools),
              },
            ]}
          />
        </ChartFigure>
      )}
    </Section>
  );
}

function since(now: number, [first, ...later]: readonly BacklogPoint[]): string {
  if (!first || later.length === 0) return '';
  const change = now - first.schools;
  const when = formatDay(first.day);
  if (change === 0) return `, as many as on ${when}`;
  return `, ${Math.abs(change).toLocaleString('en-GB')} ${change > 0 ? 'more' : 'fewer'} than on ${when}`;
}
