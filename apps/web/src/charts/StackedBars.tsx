import { useId } from 'react';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTheme } from '@mui/material/styles';
import { FillPatterns, type FillName } from './fills';

export interface BarPart {
  id: string;
  words: string;
  fill: FillName;
}

interface StackedBarsProps {
  parts: readonly BarPart[];
  /** A bar each; `values` in the order of the parts. Without a label a bar stands alone. */
  bars: readonly { label: string; values: readonly number[] }[];
  /** Room for the labels, in pixels. */
  labelWidth?: number;
  /** Each bar as long as the others, its parts in per cent of it. */
  asShares?: boolean;
}

const BAR = 30;
const AXIS = 34;

const shareOf = (value: number, values: readonly number[]) => {
  const sum = values.reduce((all, one) => all + one, 0);
  return sum === 0 ? 0 : (100 * value) / sum;
};

/** Lying bars whose parts make a whole. */
export function StackedBars({ parts, bars, labelWidth = 0, asShares = false }: StackedBarsProps) {
  const theme = useTheme();
  const id = useId();
  const longest = Math.max(1, ...bars.map(({ values }) => values.reduce((a, b) => a + b, 0)));
  return (
    <BarChart
      layout="horizontal"
      height={bars.length * BAR + AXIS + 8}
      skipAnimation
      hideLegend
      disableKeyboardNavigation
      margin={{ left: 0, right: 20, top: 4, bottom: 0 }}
      xAxis={[
        {
          min: 0,
          max: asShares ? 100 : longest,
          height: AXIS - 6,
          tickMinStep: 1,
          tickNumber: 6,
          valueFormatter: (value: number) =>
            asShares ? `${value}%` : value.toLocaleString('en-GB'),
        },
      ]}
      yAxis={[
        {
          scaleType: 'band',
          data: bars.map(({ label }) => label),
          width: labelWidth,
          categoryGapRatio: 0.3,
          disableLine: true,
          disableTicks: true,
          tickLabelStyle: labelWidth === 0 ? { display: 'none' } : undefined,
        },
      ]}
      series={parts.map(({ id: part, words, fill }, at) => ({
        id: part,
        label: words,
        stack: 'all',
        color: `url(#${id}-${fill})`,
        data: bars.map(({ values }) => {
          const value = values[at] ?? 0;
          return asShares ? shareOf(value, values) : value;
        }),
      }))}
      slotProps={{ tooltip: { trigger: 'none' } }}
      axisHighlight={{ x: 'none', y: 'none' }}
      sx={{ '& .MuiBarChart-element': { stroke: theme.palette.text.secondary, strokeWidth: 1 } }}
    >
      <FillPatterns id={id} theme={theme} />
    </BarChart>
  );
}
