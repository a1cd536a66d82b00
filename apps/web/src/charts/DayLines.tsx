import { LineChart } from '@mui/x-charts/LineChart';
import { useTheme } from '@mui/material/styles';
import { dayParts, type Day, formatDay, fromSerial, MONTH_NAMES, toSerial } from '@tracker/domain';
import { STROKES, strokeColour, type StrokeName } from './strokes';

export interface DayLine {
  id: string;
  words: string;
  stroke: StrokeName;
  /** One for each day; null where there is none. */
  values: readonly (number | null)[];
}

interface DayLinesProps {
  days: readonly Day[];
  lines: readonly DayLine[];
  height?: number;
  /** Starts at nought unless the lines are far above it and their change is what matters. */
  fromNought?: boolean;
}

const monthOf = (serial: number) => {
  const { year, month } = dayParts(fromSerial(serial));
  const name = MONTH_NAMES[month - 1]?.slice(0, 3) ?? '';
  return month === 1 ? `${name} ${year}` : name;
};

/** Lines over the days of a year, a tick for each month. */
export function DayLines({ days, lines, height = 280, fromNought = true }: DayLinesProps) {
  const theme = useTheme();
  const colours = strokeColour(theme);
  const serials = days.map(toSerial);
  const months = serials.length > 0 ? firstsOfMonths(days) : [];
  return (
    <LineChart
      height={height}
      skipAnimation
      hideLegend
      disableKeyboardNavigation
      margin={{ left: 0, right: 16, top: 8, bottom: 0 }}
      grid={{ horizontal: true }}
      xAxis={[
        {
          data: serials,
          scaleType: 'linear',
          min: serials[0],
          max: serials.at(-1),
          tickInterval: months,
          valueFormatter: (serial: number, { location }) =>
            location === 'tick' ? monthOf(serial) : formatDay(fromSerial(serial)),
        },
      ]}
      yAxis={[{ min: fromNought ? 0 : undefined, tickMinStep: 1, width: 44 }]}
      series={lines.map(({ id, words, stroke, values }) => ({
        id,
        label: words,
        data: [...values],
        color: colours[stroke],
        curve: 'linear',
        showMark: 'end',
        shape: STROKES[stroke].mark,
      }))}
      sx={{
        '& .MuiLineChart-line': { strokeWidth: 2.5 },
        ...Object.fromEntries(
          lines.map(({ id, stroke }) => [
            `& .MuiLineChart-line[data-series="${id}"]`,
            { strokeDasharray: STROKES[stroke].dash },
          ]),
        ),
      }}
    />
  );
}

/** The first of each month from the first day to the last. */
function firstsOfMonths(days: readonly Day[]): number[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const found: number[] = [];
  for (let serial = toSerial(first); serial <= toSerial(last); serial += 1) {
    if (dayParts(fromSerial(serial)).date === 1) found.push(serial);
  }
  return found;
}
