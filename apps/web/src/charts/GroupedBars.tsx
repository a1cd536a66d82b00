import { useId } from 'react';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTheme } from '@mui/material/styles';
import { FillPatterns } from './fills';
import type { BarPart } from './StackedBars';
import { wrapped } from './wrapped';

interface GroupedBarsProps {
  /** What is set side by side, a year each. */
  parts: readonly BarPart[];
  /** `values` in the order of the parts; null where there is none. */
  bars: readonly { label: string; values: readonly (number | null)[] }[];
  /** Room for the labels, in pixels. */
  labelWidth: number;
  /** The end of the axis; else the longest bar. */
  longest?: number;
  /** How a number is written on the axis and beside its bar. */
  inWords: (value: number) => string;
}

const LINE = 15;
const BAR = 18;
const AXIS = 28;
const LETTER = 6.7;

/** Lying bars side by side, each with its number at its end. */
export function GroupedBars({ parts, bars, labelWidth, longest, inWords }: GroupedBarsProps) {
  const theme = useTheme();
  const id = useId();
  const labels = bars.map(({ label }) => wrapped(label, Math.floor(labelWidth / LETTER)));
  const lines = Math.max(1, ...labels.map((label) => label.split('\n').length));
  const band = Math.max(parts.length * BAR, lines * LINE) + 12;
  const values = bars.flatMap((bar) => bar.values.map((value) => value ?? 0));
  return (
    <BarChart
      layout="horizontal"
      height={bars.length * band + AXIS}
      skipAnimation
      hideLegend
      disableKeyboardNavigation
      margin={{ left: 0, right: 52, top: 2, bottom: 0 }}
      xAxis={[
        {
          min: 0,
          max: longest ?? Math.max(1, ...values),
          height: AXIS - 4,
          tickNumber: 4,
          valueFormatter: inWords,
        },
      ]}
      yAxis={[
        {
          scaleType: 'band',
          data: labels,
          width: labelWidth,
          categoryGapRatio: 0.35,
          barGapRatio: 0.1,
          disableLine: true,
          disableTicks: true,
        },
      ]}
      series={parts.map(({ id: part, words, fill }, at) => ({
        id: part,
        label: words,
        color: `url(#${id}-${fill})`,
        data: bars.map((bar) => bar.values[at] ?? null),
        barLabel: ({ value }) => (value === null ? '' : inWords(value)),
        barLabelPlacement: 'outside',
      }))}
      slotProps={{ tooltip: { trigger: 'none' } }}
      axisHighlight={{ x: 'none', y: 'none' }}
      sx={{
        '& .MuiBarChart-element': { stroke: theme.palette.text.secondary, strokeWidth: 1 },
        '& .MuiBarChart-label': { fill: theme.palette.text.primary, fontSize: '0.8125rem' },
      }}
    >
      <FillPatterns id={id} theme={theme} />
    </BarChart>
  );
}
