import { useId } from 'react';
import Box from '@mui/material/Box';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTheme } from '@mui/material/styles';
import { FillPatterns } from './fills';
import type { BarPart } from './StackedBars';
import { textScale } from './text-scale';

interface GroupedBarsProps {
  /** What is set side by side, a year each. */
  parts: readonly BarPart[];
  /** `values` in the order of the parts; null where there is none. */
  bars: readonly { label: string; values: readonly (number | null)[] }[];
  /** Room for the labels, in pixels. */
  labelWidth: number;
  /** As long as a bar can be; else the longest there is. */
  longest?: number;
  /** The numbers are counts: the axis has no parts of one. */
  counts?: boolean;
  /** How a number is written on the axis and beside its bar. */
  inWords: (value: number) => string;
}

const LINE = 17;
const BAR = 18;
const AXIS = 28;
const TOP = 2;
/** Widest guess of a letter, in pixels. */
const LETTER = 7.2;
/** Room behind the longest bar for its number, as a part of it. */
const ROOM = 0.15;

/**
 * Lying bars side by side, each with its number at its end. The labels are text of the page and not of
 * the drawing, where long ones would be cut.
 */
export function GroupedBars(props: GroupedBarsProps) {
  const { parts, bars, labelWidth, longest, counts = false, inWords } = props;
  const theme = useTheme();
  const id = useId();
  const scale = textScale();
  const letters = Math.floor(labelWidth / LETTER);
  const lines = Math.max(1, ...bars.map(({ label }) => Math.ceil(label.length / letters)));
  const band = (Math.max(parts.length * BAR, lines * LINE) + 12) * scale;
  const axis = AXIS * scale;
  const values = bars.flatMap((bar) => bar.values.map((value) => value ?? 0));
  const most = longest ?? Math.max(1, ...values);
  return (
    <Box sx={{ display: 'flex' }}>
      <Box sx={{ width: labelWidth * scale, flexShrink: 0, pt: `${TOP}px` }}>
        {bars.map(({ label }) => (
          <Box
            key={label}
            sx={{
              height: band,
              display: 'flex',
              alignItems: 'center',
              justifyContent: 'flex-end',
              textAlign: 'right',
              fontSize: '0.8125rem',
              lineHeight: `${LINE * scale}px`,
              overflowWrap: 'anywhere',
            }}
          >
            {label}
          </Box>
        ))}
      </Box>
      <Box sx={{ flex: '1 1 0', minWidth: 0 }}>
        <BarChart
          layout="horizontal"
          height={bars.length * band + axis + TOP}
          skipAnimation
          hideLegend
          disableKeyboardNavigation
          margin={{ left: 8, right: 16, top: TOP, bottom: 0 }}
          xAxis={[
            {
              ...{ min: 0, max: most * (1 + ROOM * scale ** 1.5), height: axis, tickNumber: 4 },
              tickMinStep: counts ? 1 : undefined,
              valueFormatter: inWords,
            },
          ]}
          yAxis={[
            {
              scaleType: 'band',
              data: bars.map(({ label }) => label),
              width: 0,
              categoryGapRatio: 0.35,
              barGapRatio: 0.1,
              disableTicks: true,
              tickLabelStyle: { display: 'none' },
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
      </Box>
    </Box>
  );
}
