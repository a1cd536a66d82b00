import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { STROKES, strokeColour, type StrokeName } from './strokes';

interface LegendProps {
  entries: readonly { key: string; sample: ReactNode; words: ReactNode }[];
}

/** What the parts of a chart are, each beside a sample of how it is drawn. */
export function Legend({ entries }: LegendProps) {
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        mb: 1,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2.5,
        rowGap: 0.5,
        fontSize: '0.875rem',
      }}
    >
      {entries.map(({ key, sample, words }) => (
        <Box
          component="li"
          key={key}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}
        >
          <Box component="span" aria-hidden sx={{ display: 'inline-flex', flexShrink: 0 }}>
            {sample}
          </Box>
          <span>{words}</span>
        </Box>
      ))}
    </Box>
  );
}

/** A piece of a line, as it is drawn in the chart. */
export function StrokeSample({ stroke }: { stroke: StrokeName }) {
  const colour = strokeColour(useTheme())[stroke];
  return (
    <svg width="36" height="12" focusable="false">
      <line
        x1="0"
        x2="36"
        y1="6"
        y2="6"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={STROKES[stroke].dash}
      />
    </svg>
  );
}
